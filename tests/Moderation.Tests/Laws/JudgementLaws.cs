using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Moderation.Enforcement;
using Moderation.Laws;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;

namespace Moderation.Tests.Laws;

// Law 6 for what can still be undone: one decision with its effects, or none and the case waits.
public sealed class JudgementLaws : IAsyncLifetime
{
    private static readonly int Times = Nightly.Many(60, byNight: 150);

    private readonly World world = new();
    private int round;

    private enum Step
    {
        Claim,
        Submit,
        SubmitNoBreach,
        Undo,
        Job,
        SecondPass,
        GracePass,
        DecidedByOther,
        Reported,
        Edited,
        ClaimedByOther,
        Released,
    }

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public void Whatever_happens_in_whatever_order_there_is_one_decision_or_the_case_waits() => Law.Holds(
        Gen.Elements(Enum.GetValues<Step>()).ArrayOf(14), steps => Holds(steps).GetAwaiter().GetResult(), Times);

    [Fact]
    public async Task Of_undoing_and_taking_effect_exactly_one_happens_on_two_nodes()
    {
        await using var other = World.Build(world.ConnectionString, world.Clock);
        await other.OpenModeration();
        var nodes = new Func<IUseCases>[] { () => other.GetRequiredService<IUseCases>(), () => new ThroughWorld(world) };
        for (var i = 0; i < 25; i++)
        {
            var claim = await world.Claimed(World.Moderator, $"race-{i}");
            var due = (await world.Do(World.Moderator, new SubmitJudgement(Said(claim, Finding.Violates)))).DueAt!.Value;
            var before = Decisions();
            // The last instant in which it can be undone passes while both try.
            world.Clock.Pass(due - world.Clock.GetUtcNow() - TimeSpan.FromTicks(1));
            var undone = Enumerable.Range(0, 2).Select(x => Task.Run(() => nodes[x]().Run(World.Moderator, new UndoJudgement(claim.CaseId)))).ToArray();
            world.Clock.Pass(TimeSpan.FromTicks(1));
            var concluded = Enumerable.Range(0, 2).Select(x => Task.Run(() => nodes[x]().Run(World.Product, new ConcludeJudgement(claim.CaseId)))).ToArray();

            var undos = (await Task.WhenAll(undone)).Count(x => !x.IsRefused);
            var made = (await Task.WhenAll(concluded)).Count(x => x is Result<bool>.Ok(true));
            Assert.Equal((1, made), (undos + made, Decisions() - before));
            if (undos == 1)
                Assert.True(world.Read(db => db.Cases.Single(x => x.Id == claim.CaseId)) is { Holder: not null, JudgementDueAt: null, Stage: CaseStage.Waiting });
        }
    }

    private async Task<bool> Holds(Step[] steps)
    {
        var (post, number) = ($"law-{++round}", 0L);
        var content = await world.Post(post);
        var id = (await world.Do(World.Platform, new FileReport(SubjectRef.Of(content), new AccountId("reporter"), "fraud", "Look."))).CaseId!.Value;
        var (me, revision, others) = (World.Moderator, 1, 0);
        foreach (var step in steps)
        {
            var claim = new ClaimNextCase.Answer(id, number, default, new(SubjectRef.Of(content), World.Author, revision, default, default, default, 0, 0, [], null));
            switch (step)
            {
                case Step.Claim:
                    number = (await world.Run(me, new ClaimCase(me.Id, claim.CaseId))).Match(x => x.ClaimNumber, _ => number);
                    break;
                case Step.Submit or Step.SubmitNoBreach:
                    await world.Run(me, new SubmitJudgement(Said(claim, step is Step.Submit ? Finding.Violates : Finding.DoesNotViolate)));
                    break;
                case Step.Undo:
                    number = (await world.Run(me, new UndoJudgement(claim.CaseId))).Match(x => x.ClaimNumber, _ => number);
                    break;
                case Step.Job:
                    await Job();
                    break;
                case Step.SecondPass or Step.GracePass:
                    world.Clock.Pass(TimeSpan.FromSeconds(step is Step.SecondPass ? 1 : 30));
                    break;
                case Step.DecidedByOther:
                    others += (await world.Run(World.Product, new EnforceDirectly(
                        SubjectRef.Of(content), null, "fraud", Finding.Violates, null, "So.", Automation.None, World.OtherModerator.Id))).IsRefused ? 0 : 1;
                    break;
                case Step.Reported:
                    await world.Do(World.Platform, new FileReport(SubjectRef.Of(content), new AccountId("another"), "spam", "This too."));
                    break;
                case Step.Edited:
                    await world.Post(post, text: $"Edited {++revision}.");
                    break;
                case Step.ClaimedByOther:
                    await world.Run(World.OtherModerator, new ClaimCase(World.OtherModerator.Id, claim.CaseId));
                    break;
                default:
                    await world.Run(me, new ReleaseClaim(me.Id, claim.CaseId, number));
                    break;
            }

            if (!IsWhole(id, post, others))
                return false;
        }

        world.Clock.Pass(TimeSpan.FromMinutes(2));
        await Job();
        return world.Read(db => !db.PendingJudgements.Any()) && IsWhole(id, post, others);
    }

    private async Task Job()
    {
        foreach (var due in (await world.Do(World.Product, new DueJudgements())).Cases)
            await world.Do(World.Product, new ConcludeJudgement(due));
    }

    // Decided is decided once, with its notice and its strike; all else waits, and is held exactly while a judgement pends.
    private bool IsWhole(CaseId id, string post, int others) => world.Read(db =>
    {
        var @case = db.Cases.Single(x => x.Id == id);
        var mine = db.Decisions.Where(x => x.SubjectId == post && x.CauseId == null && x.DecidedBy == World.Moderator.Id).ToList();
        var all = db.Decisions.Where(x => x.SubjectId == post && x.CauseId == null).ToList();
        var pending = db.PendingJudgements.SingleOrDefault(x => x.CaseId == id);
        return mine.Count <= 1 && all.Count == mine.Count + others
            && (@case.Stage is CaseStage.Decided == all.Any(x => x.CaseId == id))
            && mine.TrueForAll(x => x.CaseId == id && x.Outcomes.Count == (x.Finding is Finding.Violates ? 2 : 0))
            && (pending is null || mine.Count == 0)
            && (@case.JudgementDueAt is null
                || pending is not null && pending.DueAt == @case.JudgementDueAt && pending.ClaimNumber == @case.ClaimNumber && @case.Holder == pending.By);
    });

    private int Decisions() => world.Read(db => db.Decisions.Count(x => x.CauseId == null));

    private static DecideCase Said(ClaimNextCase.Answer claim, Finding finding) =>
        new(World.Moderator.Id, claim.CaseId, claim.ClaimNumber, claim.Case.Revision, "fraud", finding, null, "As seen.");

    private sealed class ThroughWorld(World world) : IUseCases
    {
        public Task<Result<T>> Run<T>(Actor actor, IUseCase<T> useCase, IdempotencyKey? retry = null, CancellationToken ct = default) => world.Run(actor, useCase, retry);
    }
}
