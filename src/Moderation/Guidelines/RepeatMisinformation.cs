using Moderation.Ranking;

namespace Moderation.Guidelines;

/// <summary>Repeated misinformation: the ground of a decision on an account, and what it brings by a rulebook.</summary>
internal static class RepeatMisinformation
{
    /// <summary>Where a guideline's code would stand.</summary>
    public const string Ground = Outcome.RepeatMisinformation;

    extension(Rulebook rulebook)
    {
        /// <summary>For how many days a rated post counts; ratings have no severity, so all four say the same.</summary>
        public int? MisinformationWindowDays => rulebook.MisinformationLadder.Expiry.For(Severity.Medium);

        /// <summary>
        /// The ladder with each of its outcomes held to the countries and days in which a rating that counts holds: where nobody
        /// sees a post labelled, nobody sees its author shown less for it.
        /// </summary>
        public LadderTable MisinformationLadderInUse => rulebook.MisinformationLadder with
        {
            Steps = [.. rulebook.MisinformationLadder.Steps.Select(x => x with { Outcomes = [.. x.Outcomes.SelectMany(rulebook.WhereItCounts)] })],
        };

        /// <summary>What a decision on an account whose posts were rated again and again rests on.</summary>
        public Guideline RepeatMisinformationRule => new(
            Ground, GuidelineSet.Community, rulebook.MisinformationLadder.Name, rulebook.Said(), Severity.Medium, Restricted: false, Key: "", StrikeWeight: 1,
            OneStrike: false, SevereLookBack: false, [], [], [], null, []);

        private IEnumerable<OutcomeTemplate> WhereItCounts(OutcomeTemplate outcome) =>
            from effect in rulebook.RatingEffects.Where(x => x.CountsToRepeat).DistinctBy(x => (Regions.Written(x.Regions), x.Listing))
            select outcome with { Where = effect.Regions, Listing = effect.Listing };

        private string Said()
        {
            var ratings = rulebook.RatingEffects.Where(x => x.CountsToRepeat).Select(x => x.Rating).Distinct().Order();
            var step = rulebook.MisinformationLadder.Steps.FirstOrDefault(x => x.Outcomes.Count > 0);
            return $"Posts that independent fact-checkers rate {string.Join(" or ", ratings)} count for {rulebook.MisinformationWindowDays} days. At {step?.Strikes}: {step?.Name}.";
        }
    }
}
