// SPDX-License-Identifier: Apache-2.0
#include "read/pdf/glyph_names.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace tidytracker::pdf {
namespace {

/// Names of the Adobe Glyph List and their code points, in pairs. Accented letters are not here:
/// their names are put together of letter and accent.
constexpr std::string_view k_names =
    "AE 00C6 Alpha 0391 Alphatonos 0386 Beta 0392 Cdot 010A Chi 03A7 Dcroat 0110 Deicoptic 03EE "
    "Delta 2206 Deltagreek 0394 Digammagreek 03DC Dslash 0110 Edot 0116 Eightroman 2167 "
    "Elevenroman 216A Eng 014A Epsilon 0395 Epsilontonos 0388 Eta 0397 Etatonos 0389 Eth 00D0 "
    "Euro 20AC Feicoptic 03E4 Fiveroman 2164 Fourroman 2163 Gamma 0393 Gangiacoptic 03EA "
    "Gcommaaccent 0122 Gdot 0120 Hbar 0126 Horicoptic 03E8 IJ 0132 Idot 0130 Ifraktur 2111 Iota "
    "0399 Iotadieresis 03AA Iotatonos 038A Kappa 039A Kcommaaccent 0136 Kheicoptic 03E6 "
    "Koppagreek 03DE Lambda 039B Lcommaaccent 013B Ldot 013F Ldotaccent 013F Lslash 0141 Mu "
    "039C Ncommaaccent 0145 Nineroman 2168 Nu 039D OE 0152 Odblacute 0150 Ohm 2126 Omega 2126 "
    "Omegagreek 03A9 Omegatonos 038F Omicron 039F Omicrontonos 038C Oneroman 2160 Oslash 00D8 "
    "Phi 03A6 Pi 03A0 Psi 03A8 Rcommaaccent 0156 Rfraktur 211C Rho 03A1 Sampigreek 03E0 "
    "Sevenroman 2166 Sheicoptic 03E2 Shimacoptic 03EC Sigma 03A3 Sixroman 2165 Stigmagreek 03DA "
    "Tau 03A4 Tbar 0166 Tcommaaccent 0162 Tenroman 2169 Theta 0398 Thorn 00DE Threeroman 2162 "
    "Twelveroman 216B Tworoman 2161 Udblacute 0170 Upsilon 03A5 Upsilon1 03D2 "
    "Upsilonacutehooksymbolgreek 03D3 Upsilondieresis 03AB Upsilondieresishooksymbolgreek 03D4 "
    "Upsilonhooksymbol 03D2 Upsilontonos 038E Xi 039E Zdot 017B Zeta 0396 acute 00B4 ae 00E6 "
    "aleph 2135 allequal 224C alpha 03B1 alphatonos 03AC ampersand 0026 angle 2220 angleleft "
    "2329 angleright 232A angstrom 212B anoteleia 0387 apple F8FF approaches 2250 approxequal "
    "2248 approxequalorimage 2252 approximatelyequal 2245 arrowboth 2194 arrowdashdown 21E3 "
    "arrowdashleft 21E0 arrowdashright 21E2 arrowdashup 21E1 arrowdblboth 21D4 arrowdbldown "
    "21D3 arrowdblleft 21D0 arrowdblright 21D2 arrowdblup 21D1 arrowdown 2193 arrowdownleft "
    "2199 arrowdownright 2198 arrowdownwhite 21E9 arrowhorizex F8E7 arrowleft 2190 arrowleftdbl "
    "21D0 arrowleftdblstroke 21CD arrowleftoverright 21C6 arrowleftwhite 21E6 arrowright 2192 "
    "arrowrightdblstroke 21CF arrowrightoverleft 21C4 arrowrightwhite 21E8 arrowtableft 21E4 "
    "arrowtabright 21E5 arrowup 2191 arrowupdn 2195 arrowupdnbse 21A8 arrowupdownbase 21A8 "
    "arrowupleft 2196 arrowupleftofdown 21C5 arrowupright 2197 arrowupwhite 21E7 arrowvertex "
    "F8E6 asciicircum 005E asciitilde 007E asterisk 002A asteriskmath 2217 asterism 2042 "
    "asymptoticallyequal 2243 at 0040 backslash 005C bar 007C because 2235 beta 03B2 "
    "betasymbolgreek 03D0 blackcircle 25CF blackdownpointingtriangle 25BC "
    "blackleftpointingpointer 25C4 blackrightpointingpointer 25BA blacksmallsquare 25AA "
    "blacksquare 25A0 blackuppointingtriangle 25B2 braceex F8F4 braceleft 007B braceleftbt F8F3 "
    "braceleftmid F8F2 bracelefttp F8F1 braceright 007D bracerightbt F8FE bracerightmid F8FD "
    "bracerighttp F8FC bracketleft 005B bracketleftbt F8F0 bracketleftex F8EF bracketlefttp "
    "F8EE bracketright 005D bracketrightbt F8FB bracketrightex F8FA bracketrighttp F8F9 breve "
    "02D8 brokenbar 00A6 bullet 2022 bulletoperator 2219 capslock 21EA careof 2105 caron 02C7 "
    "carriagereturn 21B5 cdot 010B cedilla 00B8 cent 00A2 centigrade 2103 checkmark 2713 chi "
    "03C7 circle 25CB circlemultiply 2297 circleot 2299 circleplus 2295 circumflex 02C6 club "
    "2663 clubsuitblack 2663 colon 003A colonmonetary 20A1 colonsign 20A1 comma 002C congruent "
    "2245 contourintegral 222E copyright 00A9 copyrightsans F8E9 copyrightserif F6D9 cruzeiro "
    "20A2 curlyand 22CF curlyor 22CE currency 00A4 dagger 2020 daggerdbl 2021 dblarrowleft 21D4 "
    "dblarrowright 21D2 dblintegral 222C dbllowline 2017 dblverticalbar 2016 dcroat 0111 degree "
    "00B0 deicoptic 03EF delta 03B4 dialytikatonos 0385 diamond 2666 dieresis 00A8 "
    "dieresistonos 0385 divide 00F7 divides 2223 divisionslash 2215 dmacron 0111 dollar 0024 "
    "dong 20AB dotaccent 02D9 dotlessi 0131 dotmath 22C5 edot 0117 eight 0038 eightroman 2177 "
    "element 2208 elevenroman 217A ellipsis 2026 ellipsisvertical 22EE emdash 2014 emptyset "
    "2205 endash 2013 eng 014B epsilon 03B5 epsilontonos 03AD equal 003D equivalence 2261 "
    "estimated 212E eta 03B7 etatonos 03AE eth 00F0 euro 20AC exclam 0021 exclamdbl 203C "
    "exclamdown 00A1 existential 2203 fahrenheit 2109 feicoptic 03E5 ff FB00 ffi FB03 ffl FB04 "
    "fi FB01 figuredash 2012 filledbox 25A0 five 0035 fiveeighths 215D fiveroman 2174 fl FB02 "
    "florin 0192 forall 2200 four 0034 fourroman 2173 fraction 2044 franc 20A3 gamma 03B3 "
    "gangiacoptic 03EB gcommaaccent 0123 gdot 0121 geometricallyequal 2251 germandbls 00DF "
    "gradient 2207 grave 0060 greater 003E greaterequal 2265 greaterequalorless 22DB "
    "greaterorequivalent 2273 greaterorless 2277 greateroverequal 2267 guillemotleft 00AB "
    "guillemotright 00BB guilsinglleft 2039 guilsinglright 203A harpoonleftbarbup 21BC "
    "harpoonrightbarbup 21C0 hbar 0127 heart 2665 heartsuitblack 2665 horicoptic 03E9 "
    "horizontalbar 2015 hungarumlaut 02DD hyphen 002D hyphentwo 2010 ij 0133 ilde 02DC "
    "imageorapproximatelyequal 2253 increment 2206 infinity 221E integral 222B integralbottom "
    "2321 integralbt 2321 integralex F8F5 integraltop 2320 integraltp 2320 intersection 2229 "
    "iota 03B9 iotadieresis 03CA iotadieresistonos 0390 iotatonos 03AF kappa 03BA "
    "kappasymbolgreek 03F0 kcommaaccent 0137 kgreenlandic 0138 kheicoptic 03E7 lambda 03BB "
    "lcommaaccent 013C ldot 0140 ldotaccent 0140 less 003C lessequal 2264 lessequalorgreater "
    "22DA lessorequivalent 2272 lessorgreater 2276 lessoverequal 2266 lira 20A4 logicaland 2227 "
    "logicalnot 00AC logicalor 2228 longs 017F lozenge 25CA lslash 0142 lsquare 2113 macron "
    "00AF middot 00B7 minus 2212 minuscircle 2296 minusplus 2213 minute 2032 mu 00B5 mu1 00B5 "
    "muchgreater 226B muchless 226A mugreek 03BC multiply 00D7 nabla 2207 napostrophe 0149 "
    "ncommaaccent 0146 newsheqelsign 20AA nine 0039 nineroman 2178 notcontains 220C notelement "
    "2209 notelementof 2209 notequal 2260 notgreater 226F notgreaternorequal 2271 "
    "notgreaternorless 2279 notidentical 2262 notless 226E notlessnorequal 2270 notparallel "
    "2226 notprecedes 2280 notsubset 2284 notsucceeds 2281 notsuperset 2285 nu 03BD numbersign "
    "0023 numeralsigngreek 0374 numeralsignlowergreek 0375 numero 2116 odblacute 0151 oe 0153 "
    "ogonek 02DB omega 03C9 omega1 03D6 omegatonos 03CE omicron 03BF omicrontonos 03CC one 0031 "
    "onedotenleader 2024 oneeighth 215B onehalf 00BD onequarter 00BC oneroman 2170 onethird "
    "2153 ordfeminine 00AA ordmasculine 00BA orthogonal 221F oslash 00F8 overline 203E "
    "overscore 00AF pagedown 21DF pageup 21DE paragraph 00B6 parallel 2225 parenleft 0028 "
    "parenleftbt F8ED parenleftex F8EC parenlefttp F8EB parenright 0029 parenrightbt F8F8 "
    "parenrightex F8F7 parenrighttp F8F6 partialdiff 2202 percent 0025 period 002E "
    "periodcentered 00B7 perpendicular 22A5 perthousand 2030 peseta 20A7 phi 03C6 phi1 03D5 "
    "phisymbolgreek 03D5 pi 03C0 pisymbolgreek 03D6 plus 002B pluscircle 2295 plusminus 00B1 "
    "precedes 227A prescription 211E primereversed 2035 product 220F propersubset 2282 "
    "propersuperset 2283 proportion 2237 proportional 221D psi 03C8 question 003F questiondown "
    "00BF questiongreek 037E quotedbl 0022 quotedblbase 201E quotedblleft 201C quotedblright "
    "201D quoteleft 2018 quoteleftreversed 201B quotereversed 201B quoteright 2019 quoterightn "
    "0149 quotesinglbase 201A quotesingle 0027 radical 221A radicalex F8E5 ratio 2236 "
    "rcommaaccent 0157 referencemark 203B reflexsubset 2286 reflexsuperset 2287 registered 00AE "
    "registersans F8E8 registerserif F6DA reversedtilde 223D rho 03C1 rhosymbolgreek 03F1 "
    "rightangle 221F righttriangle 22BF ring 02DA second 2033 section 00A7 semicolon 003B seven "
    "0037 seveneighths 215E sevenroman 2176 sheicoptic 03E3 sheqel 20AA shimacoptic 03ED sigma "
    "03C3 sigma1 03C2 sigmafinal 03C2 sigmalunatesymbolgreek 03F2 similar 223C six 0036 "
    "sixroman 2175 slash 002F slong 017F space 0020 spade 2660 spadesuitblack 2660 sterling "
    "00A3 subset 2282 subsetnotequal 228A subsetorequal 2286 succeeds 227B suchthat 220B "
    "summation 2211 superset 2283 supersetnotequal 228B supersetorequal 2287 tackdown 22A4 "
    "tackleft 22A3 tau 03C4 tbar 0167 tcommaaccent 0163 telephone 2121 tenroman 2179 "
    "thereexists 2203 therefore 2234 theta 03B8 theta1 03D1 thetasymbolgreek 03D1 thorn 00FE "
    "three 0033 threeeighths 215C threequarters 00BE threeroman 2172 tilde 02DC tildeoperator "
    "223C timescircle 2297 tonos 0384 trademark 2122 trademarksans F8EA trademarkserif F6DB "
    "triagdn 25BC triaglf 25C4 triagrt 25BA triagup 25B2 twelveroman 217B two 0032 "
    "twodotenleader 2025 twodotleader 2025 tworoman 2171 twothirds 2154 udblacute 0171 "
    "underscore 005F underscoredbl 2017 upsilon 03C5 upsilondieresis 03CB upsilondieresistonos "
    "03B0 upsilontonos 03CD verticalbar 007C weierstrass 2118 whitecircle 25CB whitesmallsquare "
    "25AB won 20A9 xi 03BE yen 00A5 yotgreek 03F3 ypogegrammeni 037A zdot 017C zero 0030 zeta "
    "03B6 ";

constexpr std::array<std::pair<std::string_view, char32_t>, 14> k_accents{{
    {"acute", 0x301},
    {"grave", 0x300},
    {"circumflex", 0x302},
    {"dieresis", 0x308},
    {"tilde", 0x303},
    {"ring", 0x30A},
    {"cedilla", 0x327},
    {"caron", 0x30C},
    {"breve", 0x306},
    {"macron", 0x304},
    {"ogonek", 0x328},
    {"dotaccent", 0x307},
    {"hungarumlaut", 0x30B},
    {"commaaccent", 0x326},
}};

using NameMap = std::unordered_map<std::string_view, char32_t>;

char32_t hexadecimal(std::string_view digits) {
    std::uint32_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    const bool whole = read.ec == std::errc() && read.ptr == digits.data() + digits.size();
    return whole && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF) ? value : 0;
}

const NameMap& name_map() {
    static const NameMap k_map = [] {
        NameMap map;
        const auto words = words_of(k_names);
        for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
            map.emplace(words[i], hexadecimal(words[i + 1]));
        }
        return map;
    }();
    return k_map;
}

/// "Aacute", "odieresis".
std::string accented_letter(std::string_view name) {
    for (const auto& [accent, character] : k_accents) {
        if (name.size() != accent.size() + 1 || !name.ends_with(accent) || !is_letter(name[0])) {
            continue;
        }
        std::string text(1, name[0]);
        append_utf8(character, text);
        return compose(text);
    }
    return {};
}

/// "uni20AC" and "u1F600"; 0 for other names.
char32_t numbered_character(std::string_view name) {
    if (name.starts_with("uni") && name.size() == 7) return hexadecimal(name.substr(3));
    if (name.starts_with("u") && name.size() >= 5 && name.size() <= 7) {
        return hexadecimal(name.substr(1));
    }
    return 0;
}

std::string text_of_part(std::string_view name) {
    std::string text;
    if (name.size() == 1 && is_letter(name[0])) return std::string(name);
    if (const auto known = name_map().find(name); known != name_map().end()) {
        append_utf8(known->second, text);
    } else if (const char32_t character = numbered_character(name); character != 0) {
        append_utf8(character, text);
    } else {
        text = accented_letter(name);
    }
    return text;
}

}  // namespace

std::string text_of_glyph_name(std::string_view name) {
    // A suffix tells a variant: "A.sc" is a small capital A. "_" joins the parts of a ligature.
    if (const std::size_t dot = name.find('.'); dot != std::string_view::npos && dot > 0) {
        name = name.substr(0, dot);
    }
    if (name.find('_') == std::string_view::npos) return text_of_part(name);
    std::string text;
    for (const std::string_view part : split(name, '_')) text += text_of_part(part);
    return text;
}

}  // namespace tidytracker::pdf
