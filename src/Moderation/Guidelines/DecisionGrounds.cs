namespace Moderation.Guidelines;

/// <summary>What decisions rest on, each by one code: a guideline, a fact-checker's rating, many of them, or a rule on accounts.</summary>
internal static class DecisionGrounds
{
    extension(Rulebook rulebook)
    {
        /// <summary>The rule of a code; null where this rulebook has none.</summary>
        public Guideline? Rule(string ground) =>
            rulebook.Find(ground)
            ?? (RatingGround.Read(ground) is { } rating ? rulebook.RuleOf(rating)
                : ground == RepeatMisinformation.Ground ? rulebook.RepeatMisinformationRule
                : rulebook.RuleOnAccounts(ground));
    }
}
