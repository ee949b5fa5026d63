using Moderation.Review;

namespace Moderation.Web.Demo;

/// <summary>The queues of the demo network; what they leave waits unrouted.</summary>
internal static class DemoQueues
{
    // Legal notices have a queue of their own, whatever they are about.
    private static readonly CaseSource[] AllButNotices = [CaseSource.Member, CaseSource.TrustedFlagger, CaseSource.Signal];

    public static IReadOnlyList<SaveQueue> All { get; } =
    [
        On("scams", "Scams", "fraud", "impersonation"),
        On("spam", "Spam", "spam", "inauthentic-engagement"),
        On("violence", "Violence", "violence", "graphic-content", "hate-speech", "bullying"),
        On("recommendation", "Recommendation", "rec-suggestive", "rec-weight-loss-cosmetic", "rec-engagement-bait", "rec-clickbait", "rec-unoriginal", "rec-watermark", "rec-mostly-text"),
        new("legal-notices", "Legal notices", [RoutingRule.Empty with { Sources = [CaseSource.LegalNotice] }], DueHours: new(1, 4, 24, 48)),
    ];

    private static SaveQueue On(string code, string title, params string[] guidelines) =>
        new(code, title, [RoutingRule.Empty with { Guidelines = guidelines, Sources = AllButNotices }]);
}
