namespace Moderation.Guidelines;

/// <summary>Rules on accounts as something that a decision may rest on; nobody may name one in a report or a judgement.</summary>
internal static class AccountRuleWords
{
    extension(Rulebook rulebook)
    {
        /// <summary>What a rule on accounts brings by this rulebook; null where there is none of the code.</summary>
        public Guideline? RuleOnAccounts(string code) => rulebook.AccountRules.LastOrDefault(x => x.Code == code) is { } rule ? AsGuideline(rule) : null;

        /// <summary>The rule on accounts of a code as it was listed at an instant; null where there was none.</summary>
        public AccountRule? AccountRuleAt(string code, DateTimeOffset at) =>
            rulebook.AccountRules.FirstOrDefault(x => x.Code == code && x.Listing.Covers(at));
    }

    private static Guideline AsGuideline(AccountRule rule) => new(
        rule.Code, GuidelineSet.Recommendation, rule.Title, rule.Title, Severity.Low, Restricted: false, Key: "", StrikeWeight: 1, OneStrike: false,
        SevereLookBack: false, Outcomes: [], AccountOutcomes: rule.Outcomes, ["STATEMENT_CATEGORY_OTHER_VIOLATION_TC"], Keyword: null, []);
}
