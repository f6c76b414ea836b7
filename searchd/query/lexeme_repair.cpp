#include "searchd/query/lexeme_repair.hpp"

namespace schakel {

namespace {

class LexemeRepair {
public:
    explicit LexemeRepair(QueryNotices& notices) : notices_(notices) {}

    void add(const Lexeme& lexeme);
    Lexemes finish();

private:
    void open(const Lexeme& lexeme);
    void close(const Lexeme& lexeme);
    void close_or_empty(const Lexeme& lexeme);
    void join(const Lexeme& lexeme);
    void end_field();
    void drop_dangling();

    bool ends_with(LexemeKind kind) const { return !whole_.empty() && whole_.back().kind == kind; }
    bool ends_with_joint() const { return ends_with(LexemeKind::all_of) || ends_with(LexemeKind::any_of); }
    bool is_at_beginning() const { return whole_.empty() || ends_with(LexemeKind::open); }

    QueryNotices& notices_;
    Lexemes whole_;
    std::size_t depth_ = 0;
    std::size_t too_deep_ = 0;  // brackets that are open but were left out
};

void LexemeRepair::add(const Lexeme& lexeme) {
    switch (lexeme.kind) {
        case LexemeKind::open: return open(lexeme);
        case LexemeKind::close: return close(lexeme);
        case LexemeKind::all_of:
        case LexemeKind::any_of: return join(lexeme);
        case LexemeKind::none_of:
        case LexemeKind::field: end_field(); break;
        case LexemeKind::words:
        case LexemeKind::quoted:
        case LexemeKind::pattern: break;
    }
    whole_.push_back(lexeme);
}

void LexemeRepair::open(const Lexeme& lexeme) {
    if (depth_ == deepest_brackets) {
        ++too_deep_;
        return notices_.add(notices::too_deep(deepest_brackets));
    }
    ++depth_;
    whole_.push_back(lexeme);
}

void LexemeRepair::close(const Lexeme& lexeme) {
    if (too_deep_ > 0) {
        --too_deep_;
    } else if (depth_ == 0) {
        notices_.add(notices::unopened_bracket());
    } else {
        close_or_empty(lexeme);
    }
}

void LexemeRepair::close_or_empty(const Lexeme& lexeme) {
    drop_dangling();
    --depth_;
    if (!ends_with(LexemeKind::open)) return whole_.push_back(lexeme);
    whole_.pop_back();
    notices_.add(notices::empty_brackets());
    if (!ends_with_joint()) drop_dangling();  // NIET and a field were about what is not there
}

/// EN and OF need something before them; behind them comes later.
void LexemeRepair::join(const Lexeme& lexeme) {
    if (!ends_with_joint()) drop_dangling();
    if (is_at_beginning() || ends_with_joint()) return notices_.add(notices::dropped_operator(lexeme.text));
    whole_.push_back(lexeme);
}

void LexemeRepair::end_field() {
    if (!ends_with(LexemeKind::field)) return;
    notices_.add(notices::field_without_value(whole_.back().text));
    whole_.back().kind = LexemeKind::words;
}

void LexemeRepair::drop_dangling() {
    end_field();
    while (ends_with_joint() || ends_with(LexemeKind::none_of)) {
        notices_.add(notices::dropped_operator(whole_.back().text));
        whole_.pop_back();
    }
}

Lexemes LexemeRepair::finish() {
    if (depth_ + too_deep_ > 0) notices_.add(notices::unclosed_bracket());
    while (depth_ > 0) close_or_empty({LexemeKind::close, ")", {}});
    drop_dangling();
    return std::move(whole_);
}

}  // namespace

Lexemes repaired(const Lexemes& lexemes, QueryNotices& notices) {
    LexemeRepair repair(notices);
    for (const Lexeme& lexeme : lexemes) repair.add(lexeme);
    return repair.finish();
}

}  // namespace schakel
