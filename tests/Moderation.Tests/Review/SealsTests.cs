using System.Reflection;
using System.Text.Json;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Eligibility;
using Moderation.Notices;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Transparency;

namespace Moderation.Tests.Review;

/// <summary>Whatever anybody but a specialist asks, no word or picture of what is sealed comes out.</summary>
public sealed class SealsTests : InAWorld
{
    private const int Variants = 5;

    private static readonly Type[] Questions = [.. typeof(IUseCases).Assembly.GetTypes().Where(x => x.IsClass && !x.IsAssignableTo(typeof(ICommand)) && AnswerOf(x) is not null)];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task No_question_of_anybody_else_shows_a_word_of_it()
    {
        var secret = await SealedWorld.Make(world);
        var (leaks, answered) = (new List<string>(), new HashSet<string>());
        foreach (var (who, actor) in await Others())
            foreach (var question in Questions)
                for (var variant = 0; variant < (Asks(question) ? Variants : 1); variant++)
                    if (await Ask(actor, question, secret, variant) is { } answer)
                    {
                        answered.Add(question.Name);
                        leaks.AddRange(SealedWorld.Sentinels.Concat(actor is Actor.Staff ? SealedWorld.ForColleagues : []).Where(x => answer.Contains(x, StringComparison.OrdinalIgnoreCase)).Select(x => $"{who} reads '{x}' by {question.Name}"));
                    }

        Assert.Empty(leaks.Distinct());
        // The walk is worth something only where questions were answered.
        Assert.Superset(
            new HashSet<string>
            {
                nameof(CaseFile), nameof(DecisionFile), nameof(AccountStatus), nameof(NoticesOf), nameof(ReviewQueue), nameof(ExplainEligibility),
                nameof(AppealQueue), nameof(AppealProgress), nameof(MyAppeals), nameof(EventFeed), nameof(Referrals), nameof(Holds), nameof(RestrictedReads),
                nameof(NearCopies), nameof(CaseThread), nameof(CaseNotes), nameof(MyMentions),
            }, answered);
    }

    [Fact]
    public async Task A_specialist_opens_it_and_each_opening_says_what()
    {
        var secret = await SealedWorld.Make(world);
        Assert.Contains("xylograph", (await world.Do(World.ChildSafety, new CaseFile(secret.Cases[1]))).Item!.Text, StringComparison.Ordinal);
        await world.Do(World.ChildSafety, new EvidenceOf(secret.Decisions[2]));

        foreach (var act in new[] { nameof(CaseFile), nameof(EvidenceOf) })
            Assert.Contains("Content:locked-item", Assert.Single(world.Read(db => db.Set<AuditEntry>().Where(x => x.Act == act).ToList())).Subjects, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_of_a_specialist_has_no_previews()
    {
        await SealedWorld.Make(world);
        var row = Assert.Single((await world.Do(World.ChildSafety, new ReviewQueue())).Rows);
        Assert.Equal(("", (string?)null), (row.FirstLine, row.MediaUrl));
    }

    [Fact]
    public async Task Taken_back_its_author_sees_it_again_and_staff_still_do_not()
    {
        var secret = await SealedWorld.Make(world);
        Assert.All((await Mine()).Content.Where(x => x.Id == secret.Items[0]), x => Assert.Equal(("", (string?)null), (x.Text, x.MediaUrl)));

        await world.Do(World.Product, new OverturnDecision(secret.Decisions[2], "A mistake.", "host"));

        Assert.Contains("xylograph", (await Mine()).Content.Single(x => x.Id == secret.Items[0]).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("xylograph", JsonSerializer.Serialize(await world.Do(World.Lead, new AccountStatus(World.Author))), StringComparison.Ordinal);
    }

    private Task<AccountStatus.Answer> Mine() => world.Do(World.Member, new AccountStatus(World.Author));

    private async Task<List<(string Who, Actor Actor)>> Others()
    {
        Role[] roles = [Role.Moderator, Role.AppealReviewer, Role.FactChecker, Role.PolicyManager, Role.Lead, Role.Admin];
        var others = new List<(string, Actor)>
        {
            ("its author", World.Member), ("the reporter", new Actor.Member(new("reporter"))), ("the product", Actor.Product), ("a stranger", Actor.Anonymous),
            ("all other roles", await Hire("everything-else", roles)), ("all scopes", await Program(Enum.GetValues<Scope>())),
        };
        foreach (var role in roles)
            others.Add(($"{role}", await Hire($"only-{role}", [role])));
        foreach (var scope in Enum.GetValues<Scope>())
            others.Add(($"key:{scope}", await Program(scope)));
        return others;
    }

    private Task<string?> Ask(Actor actor, Type question, SealedWorld secret, int variant) => (Task<string?>)typeof(SealsTests)
        .GetMethod(nameof(Answer), BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(AnswerOf(question)!)
        .Invoke(this, [actor, Made(question, secret, variant)])!;

    private async Task<string?> Answer<T>(Actor actor, IUseCase<T> question) =>
        (await world.Run(actor, question)).Match<string?>(x => JsonSerializer.Serialize(x, Readable), _ => null);

    private object Made(Type question, SealedWorld secret, int variant)
    {
        var constructor = question.GetConstructors().OrderByDescending(x => x.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(x =>
            Id(Nullable.GetUnderlyingType(x.ParameterType) ?? x.ParameterType, secret, variant) ?? Several(x.ParameterType, secret, variant)
            ?? (x.HasDefaultValue && x.DefaultValue is { } value ? x.ParameterType.IsEnum ? Enum.ToObject(x.ParameterType, value) : value
                : x.HasDefaultValue && !x.ParameterType.IsValueType ? null : Plain(x.ParameterType)))]);
    }

    // A question about several is asked about one.
    private static Array? Several(Type type, SealedWorld secret, int variant)
    {
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IReadOnlyList<>) || Id(type.GenericTypeArguments[0], secret, variant) is not { } id)
            return null;

        var one = Array.CreateInstance(type.GenericTypeArguments[0], 1);
        one.SetValue(id, 0);
        return one;
    }

    private static bool Asks(Type question) => question.GetConstructors().SelectMany(x => x.GetParameters())
        .Any(x => Id(Nullable.GetUnderlyingType(x.ParameterType) ?? x.ParameterType, Nothing, 0) is not null || Several(x.ParameterType, Nothing, 0) is not null);

    private static SealedWorld Nothing { get; } = new([default], [default], [default], [new("a"), new("b")]);

    private object? Plain(Type type) => Nullable.GetUnderlyingType(type) is not null ? null : type == typeof(string) ? "spam"
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)! : type == typeof(bool) ? true : type.IsPrimitive ? Convert.ChangeType(1, type, System.Globalization.CultureInfo.InvariantCulture)
        : type.IsGenericType && type.Name.StartsWith("IReadOnlyList", StringComparison.Ordinal) ? Array.CreateInstance(type.GenericTypeArguments[0], 0)
        : Pipeline.Dummy.Value(type, World.Moderator, Now);

    private static object? Id(Type type, SealedWorld secret, int variant) => type switch
    {
        _ when type == typeof(CaseId) => secret.Cases[variant % secret.Cases.Length],
        _ when type == typeof(DecisionId) => secret.Decisions[variant % secret.Decisions.Length],
        _ when type == typeof(AppealId) => secret.Appeals[variant % secret.Appeals.Length],
        _ when type == typeof(ContentId) => secret.Items[variant % 2],
        _ when type == typeof(AccountId) => World.Author,
        _ when type == typeof(SubjectRef) => variant < 2 ? SubjectRef.Of(secret.Items[variant]) : SubjectRef.Of(World.Author),
        _ => null,
    };

    private static Type? AnswerOf(Type type) => type.GetInterfaces()
        .FirstOrDefault(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IUseCase<>))?.GenericTypeArguments[0];
}
