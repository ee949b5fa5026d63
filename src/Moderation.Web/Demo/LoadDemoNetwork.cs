using System.Text;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Web.Import;

namespace Moderation.Web.Demo;

/// <summary>Puts the demo network into an empty database, through the same door as everything else.</summary>
internal static class LoadDemoNetwork
{
    private const string Work = "load-demo";

    // Hours before it was decided.
    private const int ReportedBefore = 3;

    public static async Task LoadDemo(this WebApplication app)
    {
        if (!app.Configuration.GetValue("Demo:Load", defaultValue: true))
            return;

        var useCases = app.Services.GetRequiredService<IUseCases>();
        if (!Is(await useCases.Run(Actor.Product, new IsEmpty())) && !Is(await useCases.Run(Actor.Product, new IsLongWorkUnfinished(Work))))
            return;

        // A load that was killed goes on as of when it began, so that what is there already is found to be the same.
        var begun = (await useCases.Run(Actor.Product, new BeginLongWork(Work))).Match(x => x, Refused<DateTimeOffset>);
        foreach (var queue in DemoQueues.All)
            (await useCases.Run(Actor.Product, queue)).Match(x => x, Refused<SaveQueue.Answer>);
        await Import(useCases, begun);
        await Decide(StorageSettings.From(app.Configuration), begun, app.Configuration.GetValue("Demo:History", defaultValue: true));
        (await useCases.Run(Actor.Product, new EndLongWork(Work))).Match(x => x, Refused<bool>);
    }

    private static async Task Import(IUseCases useCases, DateTimeOffset begun)
    {
        foreach (var flagger in DemoTexts.Flaggers)
            (await useCases.Run(Actor.Product, new PutTrustedFlagger(new(flagger.Id), flagger.Name, Active: true))).Match(x => x, Refused<PutTrustedFlagger.Answer>);
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', DemoNetwork.Lines(begun))));
        var count = await new Importer(useCases).Import(Actor.Product, lines, null, CancellationToken.None);
        if (count.Rejected is [var rejected, ..])
            throw new InvalidOperationException($"The demo network has a line that is refused: {rejected.Code}. {rejected.Detail}");
    }

    private static async Task Decide(StorageSettings settings, DateTimeOffset begun, bool withHistory)
    {
        await using var past = new PastHost(settings.Open());
        await past.Open();
        foreach (var decided in DemoNetwork.Decisions.OrderByDescending(x => x.DaysAgo))
        {
            foreach (var reporter in decided.ReportedBy)
                (await past.At(begun.AddDays(-decided.DaysAgo).AddHours(-ReportedBefore)).Run(Actor.Product, new FileReport(
                    SubjectRef.Of(new ContentId(decided.ContentId)), new AccountId(reporter), decided.Guideline,
                    Source: DemoTexts.Flaggers.Any(x => x.Id == reporter) ? ReportSource.TrustedFlagger : ReportSource.Member,
                    ExternalId: $"{decided.ContentId}/{reporter}"))).Match(x => x, Refused<FileReport.Answer>);
            (await past.At(begun.AddDays(-decided.DaysAgo)).Run(Actor.Product, new EnforceDirectly(
                SubjectRef.Of(new ContentId(decided.ContentId)), null, decided.Guideline, Enum.Parse<Finding>(decided.Finding, ignoreCase: true), null,
                decided.Rationale, decided.IsAutomated ? Automation.Full : Automation.None, decided.IsAutomated ? null : new StaffId("plover"),
                decided.IsAutomated ? "giveaway-text" : null), new IdempotencyKey(Work, decided.ContentId, "")))
                .Match(x => x, Refused<EnforceDirectly.Answer>);
        }

        foreach (var step in DemoChecks.Steps().Concat(withHistory ? new DemoHistory(DemoNetwork.Seed).Steps() : []))
            await step.Do(past.At(begun - step.Ago), begun - step.Ago, new IdempotencyKey(Work, step.Name, ""));
    }

    private static bool Is(Result<bool> answer) => answer.Match(x => x, Refused<bool>);

    private static T Refused<T>(Error refusal) => throw new InvalidOperationException($"The demo cannot be loaded: {refusal.Code}. {refusal.Words}");

    /// <summary>The product with a clock of its own, so that the demo has a past.</summary>
    private sealed class PastHost : IAsyncDisposable
    {
        private readonly PastClock clock = new();
        private readonly ServiceProvider services;

        public PastHost(Storage.DatabaseProvider database) =>
            services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddModeration(database).BuildServiceProvider();

        public Task Open() => services.OpenModeration();

        public IUseCases At(DateTimeOffset now)
        {
            clock.Now = now;
            return services.GetRequiredService<IUseCases>();
        }

        public ValueTask DisposeAsync() => services.DisposeAsync();
    }

    private sealed class PastClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
