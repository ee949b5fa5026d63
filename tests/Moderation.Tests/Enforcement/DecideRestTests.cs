using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Enforcement;

/// <summary>Tests on an account with a case that is looked at and others that wait.</summary>
public abstract class OnTheRest : OnABatch
{
    /// <summary>The case that is looked at, and so many more of the same account.</summary>
    protected async Task<(CaseId From, CaseId[] Others)> Cases(int rest = 3)
    {
        var from = await Report(await world.Post());
        var cases = new CaseId[rest];
        for (var i = 0; i < rest; i++)
            cases[i] = await Report(await world.Post($"rest-{i}"));
        return (from, cases);
    }

    protected static DecideRest Alike(CaseId from, CaseId[] cases, string guideline = "spam", Finding finding = Finding.Violates) =>
        new(from, cases, guideline, finding, null, "One campaign.");

    protected static Dictionary<string, string> Came(RunProgress.Answer done) => done.Report!.Value.EnumerateArray()
        .ToDictionary(x => x.GetProperty("id").GetString()!, x => x.GetProperty("code").GetString()!);
}

public sealed class DecideRestTests : OnTheRest
{
    [Fact]
    public async Task All_are_decided_alike_the_case_at_hand_is_not_and_the_person_gets_one_strike()
    {
        var (from, rest) = await Cases();
        var run = await world.Do(World.Moderator, Alike(from, rest));
        var done = await Finish(World.Moderator, run.Id);

        Assert.Equal((RunState.Done, 3L), (done.State, done.Changed));
        Assert.All(Came(done), x => Assert.Equal("done", x.Value));
        Assert.Equal([from], world.Read(db => db.Cases.Waiting.Select(x => x.Id).ToList()));
        Assert.Equal(1, (await world.Do(World.Moderator, new CaseFile(from))).History.StrikesInForce);
        Assert.All(world.Read(db => db.Decisions.Where(x => x.CauseId == null).ToList()), x => Assert.Equal((1, true), (x.Reports, rest.Contains(x.CaseId!.Value))));
    }

    [Fact]
    public async Task Closed_they_are_no_breach()
    {
        var (from, rest) = await Cases();
        await Finish(World.Moderator, (await world.Do(World.Moderator, Alike(from, rest, finding: Finding.DoesNotViolate))).Id);
        Assert.All(world.Read(db => db.Decisions.ToList()), x => Assert.Equal(Finding.DoesNotViolate, x.Finding));
        Assert.Equal([from], world.Read(db => db.Cases.Waiting.Select(x => x.Id).ToList()));
    }

    [Fact]
    public async Task Sent_twice_it_is_one()
    {
        var (from, rest) = await Cases();
        var first = await world.Do(World.Moderator, Alike(from, rest));
        Assert.Equal(first.Id, (await world.Do(World.Moderator, Alike(from, [.. rest.Reverse()]))).Id);
    }

    [Fact]
    public async Task In_two_windows_at_once_each_case_is_decided_once()
    {
        var (from, rest) = await Cases();
        DecideRest[] tabs = [Alike(from, rest), Alike(from, rest[..2], "fraud"), Alike(from, rest, finding: Finding.DoesNotViolate), Alike(from, rest) with { Rationale = "Again." }];
        var answers = await Task.WhenAll(tabs.Select(x => world.Run(World.Moderator, x)));
        foreach (var answer in answers)
            if (answer.IsOk(out var run, out _))
                await Finish(World.Moderator, run.Id);

        Assert.Equal(rest.Length, Made());
        Assert.All(answers.OfType<Result<RunProgress.Answer>.Refused>(), x => Assert.Equal(EnforcementErrors.BatchUnderway, x.Error));
        Assert.All(world.Read(db => db.Decisions.Where(x => x.CauseId == null).ToList()).CountBy(x => x.SubjectId), x => Assert.Equal(1, x.Value));
    }

    [Fact]
    public async Task A_window_left_open_decides_nothing_that_was_decided_in_another()
    {
        var (from, rest) = await Cases();
        await Finish(World.Moderator, (await world.Do(World.Moderator, Alike(from, rest))).Id);
        Assert.Equal(EnforcementErrors.BatchEmpty, await world.Refuse(World.Moderator, Alike(from, rest, "fraud")));
        Assert.Equal(rest.Length, Made());
    }

    [Fact]
    public async Task A_part_that_is_underway_is_left_to_the_run_that_has_it()
    {
        var (from, rest) = await Cases();
        await world.Do(World.Moderator, Alike(from, rest[..2]));
        var second = await world.Do(World.Lead, Alike(from, rest, "fraud"));
        Assert.Equal(1, second.Total);
        var preview = await world.Do(World.Lead, new PreviewBatch([SubjectRef.Of(new ContentId("rest-0"))], "fraud", Finding.Violates));
        Assert.Equal("batch.underway", Assert.Single(preview.Left).Code);
    }

    [Fact]
    public async Task What_somebody_claims_or_decides_meanwhile_is_theirs()
    {
        var (from, rest) = await Cases();
        var run = await world.Do(World.Moderator, Alike(from, rest));
        await world.Do(World.OtherModerator, new ClaimCase(World.OtherModerator.Id, rest[0]));
        var claim = await world.Do(World.OtherModerator, new ClaimCase(World.OtherModerator.Id, rest[1]));
        await world.Do(World.OtherModerator, Decide(World.OtherModerator, claim));
        var done = await Finish(World.Moderator, run.Id);

        Assert.Equal(1, done.Changed);
        Assert.Equal([("rest-0", "claim.held"), ("rest-1", "case.closed"), ("rest-2", "done")], Came(done).OrderBy(x => x.Key).Select(x => (x.Key, x.Value)));
        Assert.Equal(2, Made());
    }

    [Fact]
    public async Task Until_it_begins_it_may_be_undone_and_done_again()
    {
        var (from, rest) = await Cases();
        var run = await world.Do(World.Moderator, Alike(from, rest));
        await world.Do(World.Moderator, new CancelRun(run.Id));
        await Finish(World.Moderator, run.Id);
        Assert.Equal(0, Made());
        await Finish(World.Moderator, (await world.Do(World.Moderator, Alike(from, rest))).Id);
        Assert.Equal(rest.Length, Made());
    }

    [Fact]
    public async Task Nobody_reaches_other_accounts_or_what_is_sealed_through_it()
    {
        var (from, rest) = await Cases();
        var other = await Report(await world.Post("other", new("somebody")));
        var secret = await RestrictedCase();
        foreach (var @case in new[] { other, secret, new CaseId(Guid.NewGuid()), from })
            Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, Alike(from, [@case])));
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, Alike(secret, rest)));
        Assert.Equal(["cases"], FieldsOf(await world.Refuse(World.Moderator, Alike(from, []))));
    }
}

public sealed class RestOfAccountTests : OnTheRest
{
    [Fact]
    public async Task What_waits_is_listed_and_why_some_of_it_is_left()
    {
        var (from, rest) = await Cases(4);
        await RestrictedCase();
        await Report(await world.Post("other", new("somebody")));
        await world.Do(World.OtherModerator, new ClaimCase(World.OtherModerator.Id, rest[0]));
        var claim = await world.Do(World.OtherModerator, new ClaimCase(World.OtherModerator.Id, rest[1]));
        await world.Do(World.OtherModerator, new EscalateCase(World.OtherModerator.Id, rest[1], claim.ClaimNumber, "Is it?"));
        await world.Do(World.Moderator, new ClaimCase(World.Moderator.Id, rest[2]));

        var seen = await world.Do(World.Moderator, new RestOfAccount(from));
        Assert.Equal((World.Author, 4, false, (RunId?)null), (seen.Account, seen.Cases.Count, seen.IsMore, seen.Underway));
        var rows = seen.Cases.ToDictionary(x => x.Id);
        Assert.Equal(("plover", ReviewErrors.HeldByAnother), (rows[rest[0]].HeldBy, rows[rest[0]].Left));
        Assert.Equal((null, ReviewErrors.ForLeads), (rows[rest[1]].HeldBy, rows[rest[1]].Left));
        Assert.Equal((null, null, "Send 1, get 2."), (rows[rest[2]].HeldBy, rows[rest[2]].Left, rows[rest[2]].Line));
        Assert.Null(rows[rest[3]].Left);
        Assert.Null(seen.Held);
    }

    [Fact]
    public async Task Ones_claim_on_the_case_one_comes_from_is_told_to_nobody_else()
    {
        var (from, _) = await Cases();
        var claim = await world.Do(World.Moderator, new ClaimCase(World.Moderator.Id, from));

        Assert.Equal(new(claim.ClaimNumber, claim.LeaseUntil), (await world.Do(World.Moderator, new RestOfAccount(from))).Held);
        Assert.Null((await world.Do(World.OtherModerator, new RestOfAccount(from))).Held);
        world.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Null((await world.Do(World.Moderator, new RestOfAccount(from))).Held);
    }

    [Fact]
    public async Task A_run_that_has_not_ended_is_found_again()
    {
        var (from, rest) = await Cases();
        var run = await world.Do(World.Moderator, Alike(from, rest[..1]));
        var seen = await world.Do(World.Moderator, new RestOfAccount(from));
        Assert.Equal(run.Id, seen.Underway);
        Assert.Equal(EnforcementErrors.BatchUnderway, seen.Cases.Single(x => x.Id == rest[0]).Left);
        Assert.Null((await world.Do(World.OtherModerator, new RestOfAccount(from))).Underway);

        await Finish(World.Moderator, run.Id);
        seen = await world.Do(World.Moderator, new RestOfAccount(from));
        Assert.Equal((null, 2), (seen.Underway, seen.Cases.Count));
    }

    [Fact]
    public async Task Whose_case_it_is_not_to_see_finds_no_case() =>
        Assert.Equal(ReviewErrors.UnknownCase, await world.Refuse(World.Moderator, new RestOfAccount(await RestrictedCase())));
}
