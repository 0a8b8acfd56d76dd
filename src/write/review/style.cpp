// SPDX-License-Identifier: Apache-2.0
#include "write/review/assets.hpp"

namespace tidytracker::review {
namespace {

// What became of a cell is told by the line at its edge and a sign as well as by its colour, so
// that it can be seen in print, in high contrast and by those who do not see colours. All pairs of
// colours have a contrast above 7 to 1 (WCAG 2.2, 1.4.6).
constexpr std::string_view k_style = R"css(
:root{--ink:#1b1f24;--soft:#44505c;--line:#c5ccd3;--field:#1f5fa8;--own:#6b3fa0;--head:#1f3864;
--left:#8a4b00;--odd:#a01818;--pick:#fff3bf}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:#fff;font:15px/1.45 system-ui,"Segoe UI",Arial,sans-serif}
header{padding:.8rem 1.2rem;background:var(--head);color:#fff}
header p{margin:.15rem 0 0}
h1{margin:0;font-size:1.35rem;overflow-wrap:anywhere}
h2{margin:.6rem 0 .5rem;font-size:1.1rem}
h3{margin:.2rem 0;font-size:1rem;overflow-wrap:anywhere}
.skip{position:absolute;left:-99rem}
.skip:focus{left:.5rem;top:.5rem;background:#fff;color:#000;padding:.4rem}
.key{display:flex;flex-wrap:wrap;gap:.4rem;margin:0;padding:.5rem 1.2rem;
border-bottom:1px solid var(--line);list-style:none;align-items:center}
button,input,select{font:inherit;color:inherit}
button{cursor:pointer;border:1px solid #7a858f;border-radius:4px;background:#fff;padding:.1rem .5rem}
button:hover{background:#eef3f8}
button[aria-pressed=true],button[aria-selected=true]{background:var(--head);color:#fff}
:focus-visible{outline:3px solid #c25700;outline-offset:1px}
main{display:grid;grid-template-columns:minmax(0,3fr) minmax(22rem,2fr)}
main>section{padding:0 1.2rem 2rem;min-width:0}
main>section+section{border-left:1px solid var(--line)}
#say{margin:0;padding:.3rem .6rem;border-left:4px solid var(--field);background:#eef3f8}
.sheet,.wide{overflow:auto;margin:.4rem 0 1.2rem}
table{border-collapse:collapse;font-size:.87rem}
caption{text-align:left;font-weight:600;padding:.2rem 0}
th,td{border:1px solid var(--line);padding:.2rem .4rem;text-align:left;vertical-align:top}
td{white-space:pre-line;overflow-wrap:break-word}
.sheet td{min-width:4.5rem;max-width:24rem}
thead th{background:#e9edf2;position:sticky;top:0;z-index:1}
th.n{color:var(--soft);background:#f4f6f8;font-weight:400;text-align:right}
.gap td,.part td{color:var(--soft);background:#f4f6f8;font-style:italic;padding:.05rem .4rem}
.f{border-left:4px solid var(--field);background:#edf4fc}
.x{border-left:4px dashed var(--own);background:#f5effb}
.h{border-left:4px double var(--head);background:#e4e8f0;font-weight:600}
.u{border-left:4px dotted var(--left);background:repeating-linear-gradient(135deg,#fff 0 7px,#fdeedb 7px 10px)}
td.u::before{content:"\2298\a0" / "Not converted: ";color:var(--left)}
td.q::after{content:"\a0\26a0" / " Has a finding";color:var(--odd);font-weight:700}
.key .f,.key .x,.key .h,.key .u{font-weight:400}
.key button[aria-pressed=true]{background:var(--head)}
[data-r]{cursor:pointer}
td.on{background:var(--pick);box-shadow:inset 0 0 0 1px #7a5c00}
td.at{box-shadow:inset 0 0 0 3px #7a5c00}
.dim td[id]:not(.lit){opacity:.25}
.k{display:inline-block;width:.8em;height:.8em;margin-right:.3em;border:1px solid #555}
.note{display:block;color:var(--soft);border-top:1px solid var(--line)}
.tabs{display:flex;gap:.4rem;margin:.2rem 0 .6rem;flex-wrap:wrap}
.find{display:flex;gap:.4rem;flex-wrap:wrap;margin:0 0 .6rem;align-items:center}
.find input{border:1px solid #7a858f;border-radius:4px;padding:.15rem .4rem;min-width:12rem}
article{border:1px solid var(--line);border-radius:6px;padding:.5rem .8rem;margin:0 0 .8rem}
article.on{border-color:#7a5c00;box-shadow:0 0 0 2px #7a5c00}
article table{width:100%;table-layout:fixed}
article table td:last-child{width:8.5rem}
article table th{width:8rem;font-weight:600;background:#f4f6f8}
article tr.at td,p.at{background:var(--pick)}
.go{text-align:left}
article .go{font-size:.8rem}
article h3 .go{font-size:1rem;font-weight:700}
article p{margin:.2rem 0}
.what{white-space:pre-line;overflow-wrap:anywhere}
.tag{font-weight:400;font-size:.85rem;border:1px solid var(--line);border-radius:1rem;padding:0 .6rem}
.about,small{color:var(--soft);font-size:.85rem}
.odd{margin:.4rem 0;padding-left:1.1rem}
.error strong,td.error{color:var(--odd);font-weight:700}
[hidden]{display:none!important}
.js .js-off{display:none}
html:not(.js) .js-on{display:none}
@media screen and (min-width:60rem){
.js main{height:calc(100vh - 9rem);min-height:26rem}
.js main>section{overflow:auto;height:100%}
.js .sheet{overflow:visible}
#say,.tabs{position:sticky;top:0;z-index:2}
.js .sheet thead th{top:1.9rem}
.tabs{background:#fff;padding:.4rem 1.2rem;margin:0 -1.2rem .4rem}
}
@media screen and (max-width:59.99rem){
main{grid-template-columns:minmax(0,1fr)}
main>section+section{border-left:0;border-top:4px solid var(--head)}
.sheet{max-height:70vh}
article table th{width:6rem}
}
@media print{
body{font-size:10pt}
header{background:none;color:#000;border-bottom:2px solid #000}
.key,.tabs,.find,#say,.skip{display:none!important}
main,.js main{display:block;height:auto}
.js main>section{overflow:visible;height:auto;padding:.4rem 0}
[role=tabpanel][hidden]{display:block!important}
.sheet,.wide{overflow:visible}
.sheet td{min-width:0}
thead{display:table-header-group}thead th{position:static}
tr,article{break-inside:avoid}
main>section+section{break-before:page;border:0}
}
)css";

}  // namespace

std::string_view page_style() {
    return k_style;
}

}  // namespace tidytracker::review
