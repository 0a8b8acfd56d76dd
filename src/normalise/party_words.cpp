// SPDX-License-Identifier: Apache-2.0
#include "normalise/party_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"
#include "schema/titles.hpp"

namespace tidytracker {
namespace {

// clang-format off
/// Say what somebody is. All tables here are sorted, to be searched by halves.
constexpr auto k_post_words = std::to_array<std::string_view>({
    "accountant", "acting", "administrator", "adviser", "advisor", "analyst", "architect",
    "archivist", "assistant", "asst", "auditor", "barrister", "bursar", "carer", "caretaker",
    "caseworker", "cdo", "ceo", "cfo", "chair", "chairman", "chairperson", "chairs", "chairwoman",
    "champion", "chief", "cio", "ciso", "clerk", "clerks", "clinician", "clinicians", "cllrs",
    "cmo", "cno", "co-chair", "co-ordinator", "commissioner", "comptroller", "constable",
    "consultant", "convener", "convenor", "coo", "coordinator", "coroner", "cosec", "councillors",
    "counsellor", "cpo", "cso", "cto", "curator", "cx", "dass", "dcs", "dean", "deputy",
    "dietician", "dietitian", "dipc", "dir", "director", "directors", "doctor", "dof", "don",
    "dph", "dpo", "dsl", "ecologist", "editor", "electrician", "engineer", "epidemiologist", "exec",
    "executive", "facilitator", "geriatrician", "governor", "groundskeeper", "groundsman",
    "guardian", "handyman", "handyperson", "head", "heads", "headteacher", "holder", "hos",
    "housekeeper", "inspector", "interim", "lawyer", "lead", "leader", "leads", "lecturer",
    "librarian", "manager", "managers", "matron", "mayor", "member", "members", "mgr",
    "microbiologist", "midwife", "midwives", "ned", "nurse", "nurses", "obstetrician", "officer",
    "officers", "optometrist", "organiser", "owner", "paediatrician", "paramedic", "paramedics",
    "partner", "pharmacist", "pharmacists", "physiotherapist", "planner", "podiatrist",
    "portfolio", "practitioner", "president", "principal", "psychiatrist", "psychologist",
    "radiographer", "ranger", "receptionist", "registrar", "rep", "representative",
    "representatives", "reps", "rfo", "s151", "scientist", "secretary", "senior", "sergeant", "siro",
    "solicitor", "sponsor", "sro", "superintendent", "supervisor", "surveyor", "teacher",
    "teachers", "technician", "therapist", "therapists", "treasurer", "trustee", "trustees",
    "vice", "vice-chair", "warden", "webmaster"});

/// Occur in names of bodies and of what they do.
constexpr auto k_body_words = std::to_array<std::string_view>({
    "admin", "administration", "adult", "adults", "advice", "agencies", "all", "allotments",
    "ambulance", "analytics", "applicant", "applicants", "archives", "assets", "audit",
    "authorities", "benefits", "biodiversity", "boards", "borough", "both", "british",
    "building", "burial", "burials", "businesses", "carers", "catering", "cemeteries",
    "central", "centre", "change", "charities", "children", "citizens", "city", "cleansing",
    "climate", "clinical", "colleagues", "colleges", "commercial", "commissioning",
    "committees", "comms", "communications", "communities", "community", "conservation",
    "contact", "contractor", "contractors", "contracts", "corporate", "councils", "county",
    "culture", "customer", "data", "democratic", "departments", "developer", "developers",
    "development", "diagnostics", "digital", "directorates", "disabilities", "disability",
    "district", "diversity", "domestics", "drainage", "early", "ecology", "economic",
    "education", "elections", "electoral", "emergencies", "emergency", "energy", "enforcement",
    "engineering", "england", "environment", "environmental", "equalities", "equality",
    "estate", "estates", "events", "everybody", "everyone", "facilities", "families", "family",
    "finance", "fire", "flood", "governance", "government", "governors", "gps", "grounds",
    "growth", "health", "healthwatch", "heritage", "highways", "home", "homelessness",
    "hospitals", "housing", "hr", "human", "ict", "improvement", "inclusion", "informatics",
    "information", "innovation", "insurance", "intelligence", "international", "ireland", "it",
    "it/digital", "landlord", "landlords", "learning", "legal", "legislation", "leisure",
    "libraries", "library", "licensing", "lighting", "localities", "locality", "marketing",
    "markets", "maternity", "media", "medicine", "medicines", "mental", "museum", "museums",
    "national", "network", "nhs", "northern", "nursing", "operations", "others", "outpatients",
    "parents", "parish", "parking", "parks", "partners", "pathology", "payroll", "performance",
    "pharmacies", "pharmacy", "planning", "playground", "policy", "portering", "practices",
    "press", "primary", "probation", "procurement", "programme", "project", "projects",
    "property", "provider", "providers", "public", "quality", "radiology", "recycling",
    "regeneration", "regional", "registrars", "research", "resident", "residents", "resilience",
    "revenues", "royal", "safeguarding", "safety", "schools", "scotland", "secondary",
    "secretariat", "sector", "security", "send", "skills", "social", "sport", "staff",
    "standards", "strategy", "streetscene", "supplier", "suppliers", "sustainability",
    "tenants", "theatres", "therapies", "tourism", "town", "trading", "transformation",
    "transport", "treasury", "trusts", "union", "unions", "universities", "various",
    "voluntary", "volunteers", "wales", "waste", "water", "web", "website", "workforce",
    "works", "years", "youth"});

/// End the name of a body.
constexpr auto k_body_heads = std::to_array<std::string_view>({
    "agency", "alliance", "association", "authority", "bc", "board", "bureau", "cabinet", "cc",
    "ccg", "charity", "cic", "college", "commission", "committee", "company", "consortium",
    "constabulary", "council", "dc", "department", "directorate", "division", "federation",
    "forum", "foundation", "group", "hospital", "icb", "institute", "limited", "ltd", "mbc",
    "ministry", "network", "office", "panel", "partnership", "pcn", "plc", "police", "practice",
    "resources", "school", "service", "services", "society", "subcommittee", "surgery", "team",
    "teams", "trust", "unit", "university"});

/// Stand behind a name and belong to it.
constexpr auto k_honours = std::to_array<std::string_view>({
    "acca", "bsc", "cbe", "cpfa", "dbe", "dl", "fcca", "frcgp", "frcn", "frcp", "jp", "kbe", "kc",
    "ma", "mba", "mbe", "mp", "msc", "msp", "obe", "om", "phd", "qc", "rgn"});

/// Common in the United Kingdom: they tell "Bob and Sue" from "Culture and Heritage".
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
    "shirley", "shona", "sian", "simon", "si\xC3\xA2n", "sofia", "sonia", "sophia", "sophie",
    "stan", "stella", "stephanie", "stephen", "steve", "steven", "stewart", "stuart", "sue",
    "sunil", "susan", "susanna", "susannah", "suzanne", "sybil", "sylvia", "tahir", "tamara",
    "tania", "tanya", "tara", "ted", "terence", "teresa", "terry", "tess", "theo", "theresa",
    "thomas", "tim", "timothy", "tina", "toby", "tom", "tommy", "tony", "tracey", "tracy",
    "trevor", "tristan", "uma", "una", "ursula", "usha", "valerie", "vanessa", "vera", "verity",
    "veronica", "vicki", "vicky", "victor", "victoria", "vijay", "vikram", "vince", "vincent",
    "viola", "violet", "vivian", "vivien", "vivienne", "walter", "wanda", "warren", "wayne",
    "wendy", "will", "william", "winifred", "yasmin", "yusuf", "yvonne", "zainab", "zara", "zoe",
    "zo\xC3\xAB"});
// clang-format on

static_assert(std::ranges::is_sorted(k_post_words) && std::ranges::is_sorted(k_body_words) &&
              std::ranges::is_sorted(k_body_heads) && std::ranges::is_sorted(k_honours) &&
              std::ranges::is_sorted(k_forenames));

/// A sorted table with the place where each first letter begins: half of the steps of a search by
/// halves are the same for all words.
template <std::size_t count>
class WordTable {
  public:
    constexpr explicit WordTable(const std::array<std::string_view, count>& words) : words_(words) {
        for (const std::string_view word : words) {
            for (std::size_t i = letter_of(word[0]) + 1; i < begins_.size(); ++i) ++begins_[i];
        }
    }

    [[nodiscard]] bool contains(std::string_view word) const {
        if (word.empty()) return false;
        const std::size_t letter = letter_of(word[0]);
        return std::binary_search(words_.begin() + begins_[letter],
                                  words_.begin() + begins_[letter + 1], word);
    }

  private:
    /// What is no letter counts as the one before 'a', as it is sorted.
    static constexpr std::size_t letter_of(char c) {
        return c >= 'a' && c <= 'z' ? static_cast<std::size_t>(c - 'a') + 1 : 0;
    }

    std::array<std::string_view, count> words_;
    std::array<std::ptrdiff_t, 28> begins_{};
};

constexpr WordTable k_posts(k_post_words);
constexpr WordTable k_bodies(k_body_words);
constexpr WordTable k_heads_of_bodies(k_body_heads);
constexpr WordTable k_letters_behind_names(k_honours);
constexpr WordTable k_first_names(k_forenames);

constexpr std::size_t k_alphabet = 26;
using TitlesByLetter = std::array<std::vector<PersonalTitle>, k_alphabet>;

/// Each text is asked for a title several times.
TitlesByLetter titles_by_letter() {
    TitlesByLetter titles;
    for (const PersonalTitle& title : all_titles()) {
        titles[static_cast<std::size_t>(to_lower(title.printed[0]) - 'a')].push_back(title);
    }
    return titles;
}

}  // namespace

std::optional<OpeningTitle> opening_title(std::string_view text) {
    if (text.empty() || !is_letter(text[0])) return std::nullopt;
    static const TitlesByLetter titles = titles_by_letter();
    for (const PersonalTitle& title : titles[static_cast<std::size_t>(to_lower(text[0]) - 'a')]) {
        if (!starts_with_ignoring_case(text, title.printed)) continue;
        std::string_view rest = text.substr(title.printed.size());
        if (rest.starts_with('.')) rest.remove_prefix(1);
        if (rest.empty() || !is_space(rest[0])) continue;
        return OpeningTitle{title.title, text.size() - rest.size(), title.printed != title.title};
    }
    return std::nullopt;
}

bool is_post_word(std::string_view word) {
    return k_posts.contains(word);
}

bool is_body_word(std::string_view word) {
    return k_bodies.contains(word) || is_body_head(word);
}

bool is_body_head(std::string_view word) {
    return k_heads_of_bodies.contains(word);
}

bool is_honour(std::string_view word) {
    return k_letters_behind_names.contains(word);
}

bool is_forename(std::string_view word) {
    return k_first_names.contains(word);
}

}  // namespace tidytracker
