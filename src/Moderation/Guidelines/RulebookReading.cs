using Moderation.Ranking;

namespace Moderation.Guidelines;

/// <summary>Understands the words of a file in which no mistake was found.</summary>
internal static class RulebookReading
{
    public static Rulebook Read(RulebookText text, int version) => new(
        version,
        text.Name,
        text.CombinedWeightFloor,
        text.Windows,
        text.Ladder,
        [.. text.OneStrike.Select(Read)],
        [.. text.Ladders.Select(Read)],
        [.. text.Guidelines.Select(Read)])
    {
        MisinformationLadder = Read(text.MisinformationLadder),
        RatingEffects = [.. text.Ratings.SelectMany(Read)],
        SurfaceRules = [.. text.SurfaceRules.Select(Read)],
        AccountRules = [.. text.AccountRules.Select(Read)],
        Groups = [.. text.Groups.Select(x => new Group(x.Code, x.Title, x.Parent))],
    };

    public static Regions Read(WhereText text) => text.Regions is { } regions
        ? new(AllBut: false, regions)
        : new(AllBut: true, text.ExceptRegions ?? []);

    private static LadderTable Read(LadderText text) => new(
        text.Code, text.Name, text.StrikeExpiryDays, [.. text.Steps.Select(Read)], text.WarningStays, text.Training, text.Repeats);

    private static LadderStep Read(StepText text) => new(text.Strikes, text.Name, [.. text.Outcomes.Select(Read)]);

    private static Guideline Read(GuidelineText text) => new(
        text.Code,
        Word<GuidelineSet>(text.Set),
        text.Title,
        text.Text,
        Word<Severity>(text.Severity),
        text.Restricted,
        text.Key,
        text.StrikeWeight,
        text.OneStrike,
        text.SevereLookBack,
        [.. text.Outcomes.Select(Read)],
        [.. text.AccountOutcomes.Select(Read)],
        text.Categories,
        text.Keyword,
        [.. text.Clauses.Select(x => new Clause(x.Code, x.Title, x.Text) { Listing = Listing.Of(x.From, x.Until) })])
    {
        Parent = text.Parent,
        Listing = Listing.Of(text.From, text.Until),
    };

    private static IEnumerable<RatingEffect> Read(RatingText text) =>
        from row in text.Where ?? [new()]
        select new RatingEffect(
            Word<Rating>(text.Rating),
            text.Label,
            text.Cover,
            [.. text.Outcomes.Select(Read)],
            text.CountsToRepeat,
            text.Demonetises,
            text.StrikesEarlierCopies,
            Read(row),
            Listing.Of(row.From, row.Until));

    private static SurfaceRule Read(SurfaceRuleText text) => new(
        text.Code, Word<Surface>(text.Surface), text.Guideline, Word<ContentFact>(text.Fact), text.Below, text.Above);

    private static AccountRule Read(AccountRuleText text) => new(
        text.Code,
        text.Title,
        Word<AccountFact>(text.Counts),
        text.AtLeast,
        text.OfLast,
        text.WindowDays,
        text.Guidelines ?? [],
        [.. text.Outcomes.Select(Read)],
        Word<Cure>(text.Cure),
        text.CureDays,
        Listing.Of(text.From, text.Until));

    private static OutcomeTemplate Read(OutcomeText text) => new(
        Word<OutcomeKind>(text.Kind),
        Word<OutcomeTarget>(text.On),
        text.Surfaces is { } surfaces ? SurfaceSet.Of(surfaces.Select(Word<Surface>)) : SurfaceSet.All,
        text.Weight ?? 1,
        text.Days,
        [.. (text.Features ?? []).Select(Word<Feature>)],
        text.Audience is { } audience ? Word<Audience>(audience) : Audience.Everyone,
        text.MinAge);

    private static T Word<T>(string code) where T : struct, Enum => Codes.Read<T>(code)!.Value;
}
