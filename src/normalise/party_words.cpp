// SPDX-License-Identifier: Apache-2.0
#include "normalise/party_words.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "schema/titles.hpp"

namespace tidytracker {
namespace {

// clang-format off
/// Say what somebody is.
constexpr auto k_post_words = std::to_array<std::string_view>({
    "director", "officer", "officers", "manager", "managers", "head", "clerk", "chair",
    "chairman", "chairwoman", "chairperson", "chief", "secretary", "leader", "coordinator",
    "co-ordinator", "comptroller", "treasurer", "lead", "member", "members", "holder",
    "executive", "commissioner", "president", "dean", "principal", "adviser", "advisor",
    "analyst", "engineer", "solicitor", "accountant", "surveyor", "planner", "administrator",
    "assistant", "deputy", "governor", "registrar", "consultant", "nurse", "doctor", "matron",
    "ceo", "cfo", "coo", "sro", "dof", "don", "cpo", "cmo", "cno", "dph", "dass", "dcs", "ned",
    "owner", "sponsor", "practitioner", "supervisor", "warden", "ranger", "editor", "auditor",
    "constable", "superintendent", "inspector", "sergeant", "dir", "mgr", "asst", "rep", "reps",
    "representative", "representatives", "trustee", "trustees", "convenor", "convener", "cosec",
    "s151", "cx", "portfolio", "directors", "clerks", "leads", "chairs", "heads", "coroner",
    "mayor", "champion", "guardian", "co-chair", "vice-chair", "vice", "interim", "acting",
    "senior"});

/// Occur in names of bodies and of what they do.
constexpr auto k_body_words = std::to_array<std::string_view>({
    "nhs", "health", "probation", "licensing", "housing", "finance", "planning", "legal",
    "education", "safeguarding", "transport", "highways", "environment", "environmental",
    "communications", "procurement", "estates", "facilities", "libraries", "leisure", "parks",
    "democratic", "corporate", "customer", "digital", "ict", "it", "hr", "human", "public",
    "social", "adult", "adults", "children", "primary", "citizens", "advice", "standards",
    "trading", "fire", "ambulance", "county", "district", "borough", "parish", "town", "city",
    "regional", "national", "all", "partners", "agencies", "contractor", "contractors", "various",
    "others", "staff", "governance", "performance", "operations", "commissioning", "residents",
    "resident", "schools", "providers", "provider", "colleagues", "volunteers", "everyone",
    "everybody", "both", "carers", "parents", "practices", "pharmacies", "gps", "community",
    "communities", "voluntary", "sector", "regeneration", "economic", "development", "growth",
    "strategy", "policy", "insurance", "payroll", "treasury", "audit", "culture", "heritage",
    "tourism", "sport", "waste", "recycling", "streetscene", "homelessness", "revenues",
    "benefits", "registrars", "cemeteries", "markets", "events", "marketing", "comms", "admin",
    "administration", "secretariat", "governors", "clinical", "nursing", "pharmacy", "maternity",
    "therapies", "workforce", "estate", "property", "assets", "engineering", "building", "works",
    "grounds", "cleansing", "enforcement", "intelligence", "analytics", "data", "information",
    "informatics", "contracts", "commercial", "legislation", "elections", "electoral", "contact",
    "centre", "localities", "locality", "mental", "disability", "disabilities", "learning",
    "skills", "youth", "early", "years", "families", "family", "send", "inclusion", "equality",
    "equalities", "diversity", "resilience", "emergency", "emergencies", "drainage", "flood",
    "water", "energy", "climate", "sustainability", "biodiversity", "ecology", "conservation",
    "landlord", "landlords", "developer", "developers", "applicant", "applicants", "suppliers",
    "supplier", "tenants", "businesses", "universities", "colleges", "hospitals", "trusts",
    "councils", "boards", "committees", "charities", "departments", "directorates", "lighting",
    "parking", "quality", "safety", "medicine", "medicines", "diagnostics", "theatres",
    "outpatients", "radiology", "pathology", "catering", "domestics", "portering", "security",
    "it/digital", "web", "website", "archives", "museum", "museums", "library", "allotments",
    "burial", "burials", "playground", "secondary", "central", "government", "home", "wales",
    "scotland", "england", "ireland", "northern", "british", "royal", "international", "union",
    "unions", "media", "press", "programme", "project", "projects", "transformation",
    "improvement", "change", "research", "innovation"});

/// End the name of a body.
constexpr auto k_body_heads = std::to_array<std::string_view>({
    "council", "team", "teams", "board", "committee", "subcommittee", "service", "services",
    "trust", "group", "partnership", "department", "directorate", "authority", "police", "office",
    "unit", "agency", "association", "network", "forum", "commission", "consortium", "society",
    "university", "college", "school", "hospital", "ltd", "limited", "plc", "cic", "constabulary",
    "resources", "alliance", "federation", "institute", "foundation", "charity", "panel",
    "cabinet", "practice", "surgery", "company", "division", "ministry", "bureau", "dc", "cc",
    "bc", "mbc", "icb", "ccg", "pcn"});

/// Stand behind a name and belong to it.
constexpr auto k_honours = std::to_array<std::string_view>({
    "mbe", "obe", "cbe", "kbe", "dbe", "om", "mp", "msp", "qc", "kc", "jp", "dl", "phd", "mba",
    "frcn", "frcp", "frcgp", "rgn", "bsc", "msc", "ma", "cpfa", "fcca", "acca"});

/// Common in the United Kingdom, sorted: they tell "Bob and Sue" from "Culture and Heritage".
/// Never needed to read a full name.
constexpr auto k_forenames = std::to_array<std::string_view>({
    "aaron", "abbie", "abdul", "abigail", "abu", "ada", "adam", "adele", "adrian", "agnes",
    "ahmed", "aidan", "aileen", "aisha", "alan", "alastair", "albert", "alec", "alex",
    "alexander", "alexandra", "alfred", "ali", "alice", "alison", "alistair", "allan", "amanda",
    "amara", "amber", "amelia", "amina", "amir", "amy", "ana", "andrea", "andrew", "andy",
    "angela", "angie", "angus", "anil", "anita", "ann", "anna", "anne", "annette", "annie",
    "anthony", "anton", "antonia", "anwar", "archie", "arjun", "arthur", "asha", "ashley", "asif",
    "audrey", "ava", "ayesha", "barbara", "barry", "beatrice", "becky", "ben", "benjamin",
    "bernadette", "bernard", "bethan", "betty", "beverley", "bill", "billy", "bob", "brenda",
    "brendan", "brian", "bridget", "bronwen", "bruce", "bryan", "callum", "calum", "cameron",
    "camilla", "carl", "carla", "carol", "carole", "caroline", "carolyn", "catherine", "cathy",
    "cecilia", "celia", "ceri", "charles", "charlie", "charlotte", "cheryl", "chloe", "chris",
    "christina", "christine", "christopher", "claire", "clare", "clive", "col", "colette",
    "colin", "connor", "conor", "craig", "cynthia", "daisy", "dale", "damian", "dan", "daniel",
    "daniela", "danny", "daphne", "darren", "dave", "david", "dawn", "dean", "debbie", "deborah",
    "declan", "denise", "dennis", "derek", "diana", "diane", "dilys", "dominic", "don", "donald",
    "donna", "dorothy", "douglas", "duncan", "dylan", "ed", "eddie", "edith", "edward", "eileen",
    "elaine", "eleanor", "elena", "eliza", "elizabeth", "ella", "ellen", "ellie", "elsie",
    "emily", "emma", "eric", "erin", "esther", "ethan", "eva", "eve", "evelyn", "faisal", "farah",
    "fatima", "fay", "felicity", "felix", "fiona", "florence", "frances", "francis", "frank",
    "fraser", "fred", "freddie", "freya", "gareth", "gary", "gavin", "gemma", "geoff", "geoffrey",
    "george", "georgia", "georgina", "gerald", "geraldine", "gerard", "gill", "gillian", "glen",
    "glenn", "glenys", "gloria", "gordon", "grace", "graeme", "graham", "grant", "greg",
    "gregory", "gwen", "gwyneth", "hamza", "hannah", "harold", "harriet", "harry", "hasan",
    "hassan", "hazel", "heather", "hector", "helen", "helena", "henry", "hilary", "holly",
    "howard", "hugh", "hugo", "huw", "ian", "ibrahim", "imogen", "imran", "ingrid", "iona",
    "irene", "iris", "isaac", "isabel", "isabella", "isla", "ivan", "ivy", "jack", "jackie",
    "jacob", "jacqueline", "jake", "james", "jamie", "jan", "jane", "janet", "janice", "jasmine",
    "jason", "javed", "jay", "jayne", "jean", "jeff", "jeffrey", "jemima", "jen", "jenna",
    "jennifer", "jenny", "jeremy", "jess", "jessica", "jill", "jim", "jimmy", "jo", "joan",
    "joanna", "joanne", "joe", "joel", "john", "johnny", "jon", "jonathan", "jordan", "joseph",
    "josephine", "josh", "joshua", "joy", "joyce", "judith", "judy", "julia", "julian", "julie",
    "june", "justin", "kamal", "karen", "karim", "karl", "kate", "katherine", "kathleen",
    "kathryn", "kathy", "katie", "katy", "kay", "keiran", "keith", "kelly", "ken", "kenneth",
    "kerry", "kevin", "khalid", "kieran", "kim", "kimberley", "kirsten", "kirsty", "kyle", "lara",
    "laura", "lauren", "laurence", "lawrence", "leah", "leanne", "lee", "leigh", "len", "leo",
    "leon", "leonard", "lesley", "leslie", "lewis", "liam", "lily", "linda", "lindsay", "lisa",
    "liz", "lizzie", "lois", "lorna", "lorraine", "louis", "louise", "lucas", "lucy", "luke",
    "lydia", "lynn", "lynne", "mabel", "maeve", "maggie", "malcolm", "mandy", "marcus",
    "margaret", "maria", "mariam", "marian", "marie", "marilyn", "marion", "marjorie", "mark",
    "martha", "martin", "martyn", "mary", "maryam", "matt", "matthew", "maud", "maureen",
    "maurice", "max", "meera", "megan", "mel", "melanie", "melissa", "mercy", "mia", "michael",
    "michelle", "miguel", "mike", "millie", "miranda", "mohamed", "mohammad", "mohammed", "moira",
    "molly", "mona", "monica", "morag", "muhammad", "muriel", "myra", "nadia", "nadine", "nancy",
    "naomi", "natalie", "natasha", "nathan", "neil", "nell", "nerys", "niall", "nicholas", "nick",
    "nicky", "nicola", "nicole", "nigel", "nikki", "nina", "noah", "noel", "nora", "norma",
    "norman", "olive", "oliver", "olivia", "omar", "oscar", "owen", "pam", "pamela", "pat",
    "patricia", "patrick", "paul", "paula", "pauline", "pearl", "peggy", "penelope", "penny",
    "pete", "peter", "petra", "phil", "philip", "phillip", "phoebe", "phyllis", "piers", "polly",
    "priya", "rachel", "rafael", "rahul", "raj", "rajesh", "ralph", "ravi", "ray", "raymond",
    "rebecca", "reg", "rhian", "rhiannon", "rhys", "richard", "rita", "rob", "robert", "robin",
    "rod", "roderick", "roger", "roland", "ron", "ronald", "rory", "rosa", "rose", "rosemary",
    "rosie", "ross", "roy", "ruby", "rupert", "russell", "ruth", "ryan", "sabrina", "sadie",
    "saira", "sally", "sam", "samantha", "samir", "samuel", "sandra", "sanjay", "sara", "sarah",
    "saul", "scott", "sean", "seb", "sebastian", "shamim", "shane", "sharon", "sheila", "shelley",
    "shirley", "shona", "sian", "si\xC3\xA2n", "simon", "sofia", "sonia", "sophia", "sophie", "stan", "stella",
    "stephanie", "stephen", "steve", "steven", "stewart", "stuart", "sue", "sunil", "susan",
    "susanna", "susannah", "suzanne", "sybil", "sylvia", "tahir", "tamara", "tania", "tanya",
    "tara", "ted", "terence", "teresa", "terry", "tess", "theo", "theresa", "thomas", "tim",
    "timothy", "tina", "toby", "tom", "tommy", "tony", "tracey", "tracy", "trevor", "tristan",
    "uma", "una", "ursula", "usha", "valerie", "vanessa", "vera", "verity", "veronica", "vicki",
    "vicky", "victor", "victoria", "vijay", "vikram", "vince", "vincent", "viola", "violet",
    "vivian", "vivien", "vivienne", "walter", "wanda", "warren", "wayne", "wendy", "will",
    "william", "winifred", "yasmin", "yusuf", "yvonne", "zainab", "zara", "zoe", "zo\xC3\xAB"});
// clang-format on

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

std::optional<OpeningTitle> opening_title(std::string_view text) {
    if (text.empty()) return std::nullopt;
    const char first = to_lower(text[0]);
    for (const PersonalTitle& title : all_titles()) {
        if (to_lower(title.printed[0]) != first) continue;
        if (!starts_with_ignoring_case(text, title.printed)) continue;
        std::string_view rest = text.substr(title.printed.size());
        if (rest.starts_with('.')) rest.remove_prefix(1);
        if (rest.empty() || !is_space(rest[0])) continue;
        return OpeningTitle{title.title, text.size() - rest.size(), title.printed != title.title};
    }
    return std::nullopt;
}

bool is_post_word(std::string_view word) {
    return contains(k_post_words, word);
}

bool is_body_word(std::string_view word) {
    return contains(k_body_words, word) || is_body_head(word);
}

bool is_body_head(std::string_view word) {
    return contains(k_body_heads, word);
}

bool is_honour(std::string_view word) {
    return contains(k_honours, word);
}

bool is_forename(std::string_view word) {
    return std::ranges::binary_search(k_forenames, word);
}

}  // namespace tidytracker
