// SPDX-License-Identifier: Apache-2.0
#include "base/number_format/names.hpp"

#include <algorithm>
#include <array>

#include "base/parse_number.hpp"
#include "base/text.hpp"

namespace tidytracker::number_format {
namespace {

/// Lists with commas between the names; weekdays from Saturday, as day 0 of the 1900 system is one.
struct LanguageNames {
    std::uint16_t id{};  ///< of the language whatever the country: the lowest ten bits
    std::string_view code{};
    std::string_view months{};
    std::string_view short_months{};
    std::string_view weekdays{};
    std::string_view short_weekdays{};
};
constexpr std::array<LanguageNames, 8> k_languages{{
    {0x09, "en",
     "January,February,March,April,May,June,July,August,September,October,November,December",
     "Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec",
     "Saturday,Sunday,Monday,Tuesday,Wednesday,Thursday,Friday", "Sat,Sun,Mon,Tue,Wed,Thu,Fri"},
    {0x52, "cy",
     "Ionawr,Chwefror,Mawrth,Ebrill,Mai,Mehefin,Gorffennaf,Awst,Medi,Hydref,Tachwedd,Rhagfyr",
     "Ion,Chwef,Maw,Ebr,Mai,Meh,Gorff,Awst,Medi,Hyd,Tach,Rhag",
     "Dydd Sadwrn,Dydd Sul,Dydd Llun,Dydd Mawrth,Dydd Mercher,Dydd Iau,Dydd Gwener",
     "Sad,Sul,Llun,Maw,Mer,Iau,Gwe"},
    {0x0C, "fr",
     "janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre",
     "janv.,févr.,mars,avr.,mai,juin,juil.,août,sept.,oct.,nov.,déc.",
     "samedi,dimanche,lundi,mardi,mercredi,jeudi,vendredi", "sam.,dim.,lun.,mar.,mer.,jeu.,ven."},
    {0x07, "de",
     "Januar,Februar,März,April,Mai,Juni,Juli,August,September,Oktober,November,Dezember",
     "Jan,Feb,Mrz,Apr,Mai,Jun,Jul,Aug,Sep,Okt,Nov,Dez",
     "Samstag,Sonntag,Montag,Dienstag,Mittwoch,Donnerstag,Freitag", "Sa,So,Mo,Di,Mi,Do,Fr"},
    {0x0A, "es",
     "enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,noviembre,diciembre",
     "ene,feb,mar,abr,may,jun,jul,ago,sep,oct,nov,dic",
     "sábado,domingo,lunes,martes,miércoles,jueves,viernes", "sáb,dom,lun,mar,mié,jue,vie"},
    {0x10, "it",
     "gennaio,febbraio,marzo,aprile,maggio,giugno,luglio,agosto,settembre,ottobre,novembre,"
     "dicembre",
     "gen,feb,mar,apr,mag,giu,lug,ago,set,ott,nov,dic",
     "sabato,domenica,lunedì,martedì,mercoledì,giovedì,venerdì", "sab,dom,lun,mar,mer,gio,ven"},
    {0x13, "nl",
     "januari,februari,maart,april,mei,juni,juli,augustus,september,oktober,november,december",
     "jan,feb,mrt,apr,mei,jun,jul,aug,sep,okt,nov,dec",
     "zaterdag,zondag,maandag,dinsdag,woensdag,donderdag,vrijdag", "za,zo,ma,di,wo,do,vr"},
    {0x16, "pt",
     "janeiro,fevereiro,março,abril,maio,junho,julho,agosto,setembro,outubro,novembro,dezembro",
     "jan,fev,mar,abr,mai,jun,jul,ago,set,out,nov,dez",
     "sábado,domingo,segunda-feira,terça-feira,quarta-feira,quinta-feira,sexta-feira",
     "sáb,dom,seg,ter,qua,qui,sex"},
}};

std::string_view name_in(std::string_view list, std::size_t index) {
    for (; index > 0; --index) list.remove_prefix(std::min(list.find(',') + 1, list.size()));
    return list.substr(0, list.find(','));
}

}  // namespace

Language language_from(std::string_view written) {
    constexpr std::uint32_t k_without_country = 0x3FF;
    const std::string_view code = written.substr(0, written.find('-'));
    const auto id = parse_hexadecimal<std::uint32_t>(written);
    const auto* const found = std::ranges::find_if(k_languages, [&](const LanguageNames& names) {
        return equals_ignoring_case(code, names.code) ||
               (id && (*id & k_without_country) == names.id);
    });
    return found != k_languages.end() ? static_cast<Language>(found - k_languages.begin())
                                      : Language{};
}

std::string_view month_name(Language language, std::size_t month, bool is_short) {
    const LanguageNames& names = k_languages[language];
    return name_in(is_short ? names.short_months : names.months, month);
}

std::string_view weekday_name(Language language, std::size_t weekday, bool is_short) {
    const LanguageNames& names = k_languages[language];
    return name_in(is_short ? names.short_weekdays : names.weekdays, weekday);
}

}  // namespace tidytracker::number_format
