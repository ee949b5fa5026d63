using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Enforcement;

/// <summary>Tests of what is said of a case and can still be undone.</summary>
public abstract class JudgementWorld : InAWorld
{
    protected static readonly ContentId Post = new("post-1");

    protected TimeSpan Grace => TimeSpan.FromSeconds(
        world.Read(db => RulebookFile.Read(db.RulebookVersions.OrderByDescending(x => x.Number).First().Json, 1)) is Result<Rulebook>.Ok(var book) ? book.Windows.GraceSeconds : 0);

    protected Task<SubmitJudgement.Answer> Submit(Actor.Staff by, ClaimNextCase.Answer claim, string guideline = "fraud", Finding finding = Finding.Violates) =>
        world.Do(by, new SubmitJudgement(Decide(by, claim, guideline, finding)));

    /// <summary>The time is over, and the job has looked.</summary>
    protected async Task Pass(TimeSpan time)
    {
        world.Clock.Pass(time);
        await Job();
    }

    protected async Task Job()
    {
        foreach (var @case in (await world.Do(World.Product, new DueJudgements())).Cases)
            await world.Do(World.Product, new ConcludeJudgement(@case));
    }

    protected int Decisions => world.Read(db => db.Decisions.Count(x => x.CauseId == null));

    protected async Task<CaseStage> Stage(CaseId @case) => (await world.Do(World.Lead, new CaseFile(@case))).Stage;

    protected async Task<MyJudgements.Lapse> Lapsed(Actor.Staff by) => Assert.Single((await world.Do(by, new MyJudgements())).Lapsed);
}
