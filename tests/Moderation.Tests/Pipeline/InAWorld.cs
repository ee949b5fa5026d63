using Moderation.Enforcement;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Tests.Guidelines;

namespace Moderation.Tests;

/// <summary>Tests of which each has a world to itself.</summary>
public abstract class InAWorld : IAsyncLifetime
{
    protected World world { get; } = new();

    protected DateTimeOffset Now => world.Clock.GetUtcNow();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    /// <summary>A program with a key of these scopes.</summary>
    protected async Task<Actor.Client> Program(params Scope[] scopes) =>
        new((await world.Do(World.Product, new MakeApiKey("A program", "program", scopes))).Id, "program");

    /// <summary>Somebody new who works here.</summary>
    protected async Task<Actor.Staff> Hire(string id, Role[] roles, AccountId? account = null, params string[] languages)
    {
        await world.Do(World.Product, new PutStaff(new(id), id, $"{id} the quick", roles, languages, null, Active: true, account));
        return new(new(id));
    }

    /// <summary>From now on no rule on accounts counts, so that of a decision no other follows for whom it is against.</summary>
    protected void WithoutAccountRules() => world.GoLive(ShippedRulebook.With(x => x["accountRules"] = new System.Text.Json.Nodes.JsonArray()));

    /// <summary>Reports an item, so that a case is open about it.</summary>
    protected async Task<CaseId> Report(ContentId content, string? guideline = "fraud", string reporter = "reporter") =>
        (await world.Do(World.Platform, new FileReport(SubjectRef.Of(content), new AccountId(reporter), guideline, "Look at this."))).CaseId!.Value;

    /// <summary>A case that only child-safety specialists may know of.</summary>
    protected async Task<CaseId> RestrictedCase(string id = "sealed") => await Report(await world.Post(id), "child-safety");

    /// <summary>Posts and strikes, an hour between them.</summary>
    protected async Task<DecisionId[]> Strikes(int count, string prefix = "post")
    {
        var decisions = new DecisionId[count];
        for (var i = 0; i < count; i++)
        {
            decisions[i] = (await world.Decide(await world.Post($"{prefix}-{i + 1}"))).Id;
            world.Clock.Pass(TimeSpan.FromHours(1));
        }

        return decisions;
    }

    /// <summary>Decides a claimed case on the rule's own outcomes.</summary>
    protected static DecideCase Decide(
        Actor.Staff by, ClaimNextCase.Answer claim, string guideline = "fraud", Finding finding = Finding.Violates,
        IReadOnlyList<ChosenOutcome>? outcomes = null, string? because = null) =>
        new(by.Id, claim.CaseId, claim.ClaimNumber, claim.Case.Revision, guideline, finding, outcomes, "As seen.", because);

    /// <summary>The names of the fields that a refusal finds wrong.</summary>
    protected static IEnumerable<string> FieldsOf(Error refusal)
    {
        Assert.Equal("request.invalid", refusal.Code);
        return refusal.Fields!.Keys;
    }
}
