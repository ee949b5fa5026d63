using System.Reflection;
using System.Text.Json;
using Moderation.Appeals;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.People;

/// <summary>Whoever asks whatever, no name and no id of somebody who works here comes out, but for administrators and the host's programs.</summary>
public sealed class PseudonymsTests : InAWorld
{
    private const int Variants = 3;
    private const string Id = "xq-7716-directory-id";
    private const string Name = "Zephyrine Quackenbush";
    private const string Pseudonym = "Turnstone";

    private static readonly Type[] Questions = [.. typeof(IUseCases).Assembly.GetTypes()
        .Where(x => x.IsClass && !x.IsAssignableTo(typeof(ICommand)) && AnswerOf(x) is not null)];

    private static readonly Actor.Staff Somebody = new(new(Id));

    // Who shares out the work names people by their ids; what is shown of them there is the pseudonym all the same.
    private static readonly Type[] ByIdForLeads = [typeof(PeopleOnDuty), typeof(QueueList)];

    private readonly Dictionary<Type, object[]> known = [];

    [Fact]
    public async Task Nobody_else_reads_who_somebody_is()
    {
        await SomebodyDoesEverything();
        var (leaks, told) = (new List<string>(), new HashSet<string>());
        Role[] roles = [Role.Moderator, Role.AppealReviewer, Role.FactChecker, Role.PolicyManager, Role.Lead, Role.ChildSafety];
        var others = new List<(string Who, Actor Actor)>();
        foreach (var role in roles)
            others.Add(($"{role}", await Hire($"only-{role}", [role])));
        others.Add(("all but Admin", await Hire("all-but-admin", roles)));
        others.Add(("a member", World.Member));
        foreach (var (who, actor) in others)
            foreach (var question in Questions)
                for (var variant = 0; variant < Variants; variant++)
                    if (await Ask(actor, question, variant) is { } answer)
                    {
                        leaks.AddRange(new[] { Id, Name }.Where(x => x != Id || !ByIdForLeads.Contains(question)).Where(x => answer.Contains(x, StringComparison.OrdinalIgnoreCase)).Select(x => $"{who} reads '{x}' by {question.Name}"));
                        if (answer.Contains(Pseudonym, StringComparison.Ordinal))
                            told.Add(question.Name);
                    }

        Assert.Empty(leaks.Distinct());
        // The walk is worth something only where somebody was told of.
        Assert.Superset(
            new HashSet<string>
            {
                nameof(RunList), nameof(RunProgress), nameof(Pauses), nameof(DecisionFile), nameof(Holds), nameof(Referrals), nameof(RestrictedReads),
                nameof(Drafts), nameof(DraftFile), nameof(ReviewQueue), nameof(CaseFile),
            }, told);
    }

    [Fact]
    public async Task Administrators_know_people_by_id()
    {
        await SomebodyDoesEverything();
        var admin = await Hire("only-admin", [Role.Admin]);
        Assert.All(await world.Do(admin, new Pauses()), x => Assert.Equal($"staff:{Id}", x.By));
        Assert.Contains((await world.Do(admin, new RunList())).Runs, x => x.By == $"staff:{Id}");
        Assert.Contains((await world.Do(admin, new RestrictedReads())).Rows, x => x.Actor == $"staff:{Id}");
    }

    [Fact]
    public async Task Who_has_no_pseudonym_is_told_apart_and_not_named()
    {
        await world.Do(World.Product, new PutStaff(new(Id), Name, null, [Role.Moderator], null, null, Active: true));
        var @case = await Report(await world.Post());
        await world.Do(Somebody, new ClaimCase(Somebody.Id, @case));

        Assert.StartsWith("Colleague ", (await world.Do(World.Moderator, new CaseFile(@case))).HeldBy, StringComparison.Ordinal);
        Assert.Equal(Name, (await world.Do(Somebody, new WhoAmI())).Name);
    }

    private async Task SomebodyDoesEverything()
    {
        await world.Do(World.Product, new PutStaff(
            new(Id), Name, Pseudonym, [Role.Moderator, Role.AppealReviewer, Role.Lead, Role.PolicyManager, Role.ChildSafety], null, null, Active: true));
        var first = await Report(await world.Post("one"), "spam");
        var claim = await world.Do(Somebody, new ClaimCase(Somebody.Id, first));
        var decision = (await world.Do(Somebody, Decide(Somebody, claim, "spam"))).Id;
        var other = (await world.Decide(await world.Post("two"), "spam")).Id;
        var appeal = await world.Appeal(other);
        await world.Do(Somebody, new ClaimAppeal(Somebody.Id, appeal));
        await world.Do(Somebody, new PauseAutomation(PauseKind.Detector, "links", "Too much."));
        await world.Do(Somebody, new HoldEvidence(null, decision, "A court asked."));
        var waiting = await Report(await world.Post("three"), "violence");
        await world.Do(Somebody, new ClaimCase(Somebody.Id, waiting));
        await world.Do(Somebody, new ReferThreat(null, waiting, "NL police", "A threat.", ReferralWay.Phone));
        await RestrictedCase();
        await world.Do(Somebody, new ReviewQueue());
        var sealed_ = world.Read(db => db.Cases.Single(x => x.IsRestricted).Id);
        await world.Do(Somebody, new CaseFile(sealed_));
        var batch = await world.Do(Somebody, new DecideBatch([SubjectRef.Of(await world.Post("four"))], "spam", Finding.Violates, null, "All alike."));
        var draft = await world.Do(Somebody, new StartDraft(null, "A draft"));
        known[typeof(CaseId)] = [waiting, first, sealed_];
        known[typeof(DecisionId)] = [decision, other];
        known[typeof(AppealId)] = [appeal];
        known[typeof(RunId)] = [batch.Id];
        known[typeof(DraftId)] = [draft];
        known[typeof(AccountId)] = [World.Author];
        known[typeof(ContentId)] = [new ContentId("one")];
        known[typeof(SubjectRef)] = [SubjectRef.Of(new ContentId("one"))];
        known[typeof(StaffId)] = [Somebody.Id];
        known[typeof(string)] = ["spam", "nl"];
    }

    private Task<string?> Ask(Actor actor, Type question, int variant) => (Task<string?>)typeof(PseudonymsTests)
        .GetMethod(nameof(Answer), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(AnswerOf(question)!)
        .Invoke(this, [actor, Made(question, variant)])!;

    private async Task<string?> Answer<T>(Actor actor, IUseCase<T> question) =>
        (await world.Run(actor, question)).Match<string?>(x => JsonSerializer.Serialize(x), _ => null);

    // With all that is known, then with what is left out by itself.
    private object Made(Type question, int variant)
    {
        var constructor = question.GetConstructors().OrderByDescending(x => x.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(x => Of(x, variant))]);
    }

    private object? Of(ParameterInfo parameter, int variant)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (known.TryGetValue(type, out var some) && !(parameter.HasDefaultValue && type == typeof(string)))
            return some[Math.Min(variant, some.Length - 1)];
        if (parameter.HasDefaultValue)
            return parameter.DefaultValue is { } value ? type.IsEnum ? Enum.ToObject(type, value) : value : null;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var list = Array.CreateInstance(type.GenericTypeArguments[0], known.ContainsKey(type.GenericTypeArguments[0]) ? 1 : 0);
            if (list.Length == 1)
                list.SetValue(known[type.GenericTypeArguments[0]][0], 0);
            return list;
        }

        return Pipeline.Dummy.Value(type, World.Product, Now);
    }

    private static Type? AnswerOf(Type type) => type.GetInterfaces()
        .FirstOrDefault(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IUseCase<>))?.GenericTypeArguments[0];
}
