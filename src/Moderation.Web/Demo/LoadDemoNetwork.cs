using System.Text;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Web.Import;

namespace Moderation.Web.Demo;

/// <summary>Puts the demo network into an empty database, through the same door as everything else.</summary>
internal static class LoadDemoNetwork
{
    public static async Task LoadDemo(this WebApplication app)
    {
        if (!app.Configuration.GetValue("Demo:Load", defaultValue: true))
            return;

        var useCases = app.Services.GetRequiredService<IUseCases>();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var isEmpty = (await useCases.Run(Actor.Product, new IsEmpty())).Match(x => x, _ => false);
        if (!isEmpty)
            return;

        await using var past = new PastHost(StorageSettings.From(app.Configuration).Open());
        await past.Open();
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', DemoNetwork.Lines(now))));
        var count = await new Importer(useCases).Import(Actor.Product, lines, null, CancellationToken.None);
        if (count.Rejected is [var rejected, ..])
            throw new InvalidOperationException($"The demo network has a line that is refused: {rejected.Code}. {rejected.Detail}");

        foreach (var decided in DemoNetwork.Decisions.OrderByDescending(x => x.DaysAgo))
            (await past.At(now.AddDays(-decided.DaysAgo)).Run(Actor.Product, new EnforceDirectly(
                SubjectRef.Of(new ContentId(decided.ContentId)), null, decided.Guideline, Enum.Parse<Finding>(decided.Finding, ignoreCase: true), null,
                decided.Rationale, decided.IsAutomated ? Automation.Full : Automation.None, decided.IsAutomated ? null : new StaffId("plover"),
                decided.IsAutomated ? "giveaway-text" : null)))
                .Match(x => x, refused => throw new InvalidOperationException($"A demo decision is refused: {refused.Code}."));
    }

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
