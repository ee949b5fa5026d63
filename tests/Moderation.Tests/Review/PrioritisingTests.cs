using Moderation.Accounts;
using Moderation.Content;
using Moderation.Detection;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Tests.Guidelines;

namespace Moderation.Tests.Review;

public sealed class PrioritisingTests : InAWorld
{
    [Fact]
    public async Task More_followers_move_what_waits_up_and_a_few_more_do_not()
    {
        await Report(await world.Post("small"), "spam");
        await Report(await world.Post("large", new("star")), "spam");
        await world.Do(World.Platform, new PutAccount(new("star"), "star", FollowerCount: 1_000_000));
        Assert.Equal("large", await First());

        var before = world.Fingerprint();
        await world.Do(World.Platform, new PutAccount(new("star"), "star", FollowerCount: 1_000_000));
        Assert.Equal(before, world.Fingerprint());
        var order = Priorities();
        await world.Do(World.Platform, new PutAccount(new("star"), "star", FollowerCount: 1_050_000));
        Assert.Equal(order, Priorities());
    }

    [Fact]
    public async Task An_author_who_comes_after_what_they_posted_brings_their_followers()
    {
        await world.Do(World.Platform, new PutContent(new("early"), new("late-comer"), ContentKind.Post, Now, Text: "Buy now"));
        await Report(new("early"), "spam");
        await world.Do(World.Platform, new PutAccount(new("late-comer"), "late", FollowerCount: 5000));

        Assert.Equal(5000, Assert.Single((await world.Do(World.Moderator, new ReviewQueue())).Rows).Reach);
    }

    [Fact]
    public async Task A_signal_a_report_and_a_notice_each_move_it_up()
    {
        var content = await world.Post();
        await Report(content, "spam");
        var seen = new List<double> { Harm() };
        await Report(content, "spam", "another");
        seen.Add(Harm());
        await world.Do(World.Platform, new SendSignal(SubjectRef.Of(content), "links", "1", "bad-link", 0.6, "spam"));
        seen.Add(Harm());
        await world.Do(World.Admin, new PutTrustedFlagger(new("ngo"), "Safe Net", Active: true));
        await world.Do(World.Platform, new FileReport(SubjectRef.Of(content), new AccountId("ngo"), "spam", Source: ReportSource.TrustedFlagger));
        seen.Add(Harm());

        Assert.Equal(seen.Order(), seen);
        Assert.Distinct(seen);
    }

    [Fact]
    public async Task The_same_again_by_the_same_person_or_by_a_program_moves_nothing()
    {
        var content = await world.Post();
        await Report(content, "spam");
        var before = Harm();
        await Report(content, "spam");
        await world.Do(World.Platform, new FileReport(SubjectRef.Of(content), new AccountId("a-bot"), "spam", Source: ReportSource.Automated));

        Assert.Equal(before, Harm());
        var @case = world.Read(db => db.Cases.Single());
        Assert.Equal((2, 1), (@case.Reports, @case.AutomatedReports));
        Assert.True(@case.Sources.HasFlag(CaseSources.Automated));
    }

    [Fact]
    public async Task When_something_comes_it_is_graded_by_the_rules_of_today()
    {
        var content = await world.Post();
        await Report(content, "spam");
        world.GoLive(ShippedRulebook.With(x => x.Guideline("spam")["severity"] = "high"));
        Assert.Equal(Severity.Low, world.Read(db => db.Cases.Single().Severity));

        await Report(content, null, "another");
        Assert.Equal((Severity.High, "spam"), world.Read(db => db.Cases.Single()) is var graded ? (graded.Severity, graded.LeadGuideline) : default);
    }

    [Fact]
    public async Task A_case_that_somebody_holds_is_ordered_anew_without_losing_its_holder()
    {
        var claim = await world.Claimed(World.Moderator);
        await world.Do(World.Platform, new PutAccount(World.Author, "author", FollowerCount: 1_000_000));
        await Report(new("post-1"), "fraud", "another");

        await world.Do(World.Moderator, Decide(World.Moderator, claim));
    }

    [Fact]
    public async Task Orders_change_while_others_claim_and_nobody_loses_anything()
    {
        const int Cases = 24;
        for (var i = 0; i < Cases; i++)
            await Report(await world.Post($"post-{i}", new($"author-{i % 4}")), "spam");
        Actor.Staff[] people = [World.Moderator, World.OtherModerator, World.Lead];

        var changing = Task.WhenAll(Enumerable.Range(0, 30).Select(x => world.Run(
            World.Platform, new PutAccount(new($"author-{x % 4}"), "author", FollowerCount: 10 * x * x))));
        var claimed = await Task.WhenAll(people.Select(Work));
        Assert.All(await changing, x => Assert.False(x.IsRefused));

        Assert.Equal(Cases, claimed.SelectMany(x => x).Distinct().Count());
        Assert.Equal(Cases, claimed.Sum(x => x.Count));

        async Task<List<CaseId>> Work(Actor.Staff person)
        {
            var decided = new List<CaseId>();
            while ((await world.Run(person, new ClaimNextCase(person.Id))).IsOk(out var claim, out _))
            {
                await world.Do(person, Decide(person, claim, "spam"));
                decided.Add(claim.CaseId);
            }

            return decided;
        }
    }

    private double Harm() => world.Read(db => db.Cases.Single().Harm);

    private double[] Priorities() => world.Read(db => db.Cases.OrderBy(x => x.Id).Select(x => x.Priority).ToArray());

    private async Task<string> First() => (await world.Do(World.Moderator, new ReviewQueue())).Rows[0].Subject.Id;
}
