using Moderation.Enforcement;
using Moderation.Laws;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Tests.FactChecks;

/// <summary>Tests with more copies than are labelled at once.</summary>
public abstract class OnManyCopies : OnCopies
{
    protected const int Many = 130;

    protected static ContentId[] Copies { get; } = [.. Enumerable.Range(0, Many).Select(x => new ContentId($"copy-{x:000}"))];

    protected async Task ReadyWithCopies()
    {
        await Ready();
        foreach (var (number, copy) in Copies.Index())
            await world.Post(copy.Value, new($"member-{number % 40}"), CopiesOfAClaim.Of(Claim, number));
    }

    protected async Task Work(RunId run, int chunks = int.MaxValue, TimeSpan between = default)
    {
        for (var chunk = 0; chunk < chunks && await world.Do(World.Product, new WorkOnRun(run)); chunk++)
            world.Clock.Pass(between);
    }

    private protected DateTimeOffset[] From(System.Linq.Expressions.Expression<Func<DecidedOutcome, bool>> of) =>
        world.Read(db => db.Outcomes.Where(x => x.SubjectKind == SubjectKind.Content).Where(of).Select(x => x.From).Distinct().ToArray());

    // What a profile may show of each, which drops none.
    protected async Task<Verdict[]> Told(DateTimeOffset at, DateTimeOffset known, ContentId[]? items = null)
    {
        var told = new List<Verdict>();
        foreach (var item in items ?? Copies)
            told.Add((await world.Do(World.Lead, new Moderation.Eligibility.ExplainEligibility(SubjectRef.Of(item), at, known))).Verdicts[Surface.Profile]);
        return [.. told];
    }
}
