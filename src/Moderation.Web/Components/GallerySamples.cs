using Moderation.Ranking;
using Moderation.Web.Components.Vocabulary;

namespace Moderation.Web.Components;

/// <summary>Invented people and posts for the gallery.</summary>
internal static class GallerySamples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 18, 4, 0, TimeSpan.Zero);

    public static readonly StaffPlace[] Places =
    [
        new("Queue", "/vocabulary", "inbox", "1,284"),
        new("My cases", "/vocabulary/case", "schedule", "1"),
        new("Appeals", "/vocabulary/member", "balance", "36"),
        new("Search", "/vocabulary/search", "search"),
        new("Rulebook", "/vocabulary/rulebook", "menu_book"),
        new("Dashboard", "/vocabulary/dashboard", "monitoring", Group: "Leads"),
        new("Surface inspector", "/vocabulary/inspector", "layers", Group: "Ranking"),
    ];

    public static readonly MemberPlace[] MemberPlaces =
        [new("Account Status", "/vocabulary"), new("Notices", "/vocabulary/notices", 2), new("Appeals", "/vocabulary/member")];

    public const string Caption = "My fund turns 3 this week, so I give back. Send any amount to the address in my profile and I return it twice within the hour. Proof: coinbloom-gift.example. First 500 people only. Already 312 done. #giveaway #coinbloom";

    public const string EarlierCaption = "My fund turns 3 this week, so I give back. Send any amount to the address in my profile and I return it twice within the hour. Proof in comments. First 500 people only. Already 312 done. #giveaway #coinbloom";

    public static readonly TextMark[] Marks = [new(43, 83)];

    public static readonly AuthorLine Author = new("@nova.coinbloom", "Nova Coinbloom", 84_310);

    public static readonly MediaItem[] Media = [new(MediaKind.Image, "data:image/svg+xml," + Uri.EscapeDataString("""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" preserveAspectRatio="xMidYMid slice"><rect width="400" height="400" fill="#12324a"/><path d="M0 290Q100 230 200 280T400 250V400H0z" fill="#1d4a66"/><g fill="#e9b949" stroke="#8d6a14" stroke-width="5"><ellipse cx="112" cy="272" rx="56" ry="18"/><ellipse cx="112" cy="248" rx="56" ry="18"/><ellipse cx="282" cy="258" rx="56" ry="18"/><ellipse cx="282" cy="234" rx="56" ry="18"/></g><text x="200" y="92" font-family="sans-serif" font-size="40" font-weight="700" fill="#fff" text-anchor="middle">SEND 1 · GET 2</text></svg>
        """), TimeSpan.FromSeconds(21))];

    public static readonly MediaItem[] Missing = [new(MediaKind.Image, "data:image/png,nothing", Digest: "sha256 8f3a9c0d11e84b7a", Bytes: 184_320)];

    public static readonly RuleChoice[] Rules =
    [
        new("fraud", "Fraud and scams", "Shift+F", "10 reports, 2 signals", "Do not promise money, prizes or returns in exchange for a payment, nor pose as a fund or seller …", "Community", "#"),
        new("spam", "Spam", "Shift+S", "4 reports", "Do not post the same thing again and again.", "Community", "#"),
        new("rec-engagement-bait", "Engagement bait", ".E", "earlier here", "Asks for likes in exchange for something.", "Recommendation", "#"),
        new("impersonation", "Impersonation", "Shift+I", Text: "Do not pose as somebody else.", Set: "Community"),
        new("regulated-goods", "Regulated goods", "Shift+G", Text: "Do not offer goods as a medicine that are not one.", Set: "Community"),
    ];

    public static readonly ReportGroup[] Reports =
    [
        new(ReportSource.TrustedFlagger, "Trusted flagger", [new("fraud")], Now.AddMinutes(-33), Detail: "Consumer desk NL", Quote: "Same wallet as notices of 12 and 14 November. No payouts seen."),
        new(ReportSource.Members, "12 members", [new("fraud", 9), new("spam", 3)], Now.AddMinutes(-72), Now.AddMinutes(-6), Quote: "I lost 40 and then he blocked me", More: "and 5 more with words"),
        new(ReportSource.Automated, "1 automated", [new("spam")], Now.AddMinutes(-62)),
    ];

    public static readonly SignalLine[] Signals = [new("giveaway-text", "v7 · live", .94), new("wallet-bank", "exact match, added 12 Nov")];

    public static readonly LadderStep[] Ladder =
        [.. new[] { "warn", "some", "some", "some", "some", "some", "1 day", "3 days", "7 days", "30 days" }
            .Select((words, at) => new LadderStep(at + 1, words, at < 6 ? Now.AddDays(54 + 30 * at) : null))];

    public static readonly TimelineEntry[] Earlier =
    [
        new(Now.AddDays(-12), Outcomes: [new(OutcomeKind.Removed), new(OutcomeKind.Strike, Number: 6)], Ground: "fraud"),
        new(Now.AddDays(-24), Outcomes: [new(OutcomeKind.NotRecommended, Until: Now.AddDays(66))], Ground: "rec-engagement-bait"),
        new(Now.AddDays(-49), Outcomes: [new(OutcomeKind.Removed, State: OutcomeState.Overturned)], Ground: "spam", After: "overturned on appeal", IsOverturned: true),
    ];

    public static readonly TimelineEntry[] Story =
    [
        new(Now.AddDays(-3), "You appealed", IsNow: true),
        new(Now.AddDays(-9), "Removed, 1 strike"),
        new(Now.AddDays(-9.2), "First report"),
        new(Now.AddDays(-11), "You posted it"),
    ];

    public static readonly Dictionary<Surface, Verdict> NowVerdicts = Enum.GetValues<Surface>().ToDictionary(
        x => x,
        x => x is Surface.Explore or Surface.Reels or Surface.SuggestedAccounts ? Drop
            : x is Surface.Stories ? Verdict.Allow with { Weight = .5 }
            : x is Surface.Search ? Verdict.Allow with { Action = VerdictAction.Cover }
            : Verdict.Allow);

    public static readonly Consequences Consequences = new(
        NowVerdicts,
        Enum.GetValues<Surface>().ToDictionary(x => x, _ => Drop),
        [
            new("tally", ", to 22 Nov 18:04. The strike ends 21 Nov 2027.", "7th strike: no posting for 1 day", IsGrave: true),
            new("content_copy", "1 open near copy, by @bloomfund_two, is removed too."),
            new("mail", "Author told in Dutch after 30 s; 13 reporters told, without the sanction. Appeal until 21 May 2027."),
        ]);

    public static readonly ProgressStep[] Progress =
    [
        new("You appealed", "18 Nov, 09:12", ProgressState.Done),
        new("We have it", "18 Nov, 09:12", ProgressState.Done),
        new("A person looks again", "someone who did not decide before", ProgressState.Now),
        new("Answer", "by 25 Nov", ProgressState.Ahead),
    ];

    public static readonly ReasonRow[] Reasons =
    [
        new("What it is about", "Your reel “7-day tea, my honest result” of 10 November, as you last changed it on 11 November."),
        new("What we did", "We removed it from every page, and gave your account one strike that ends on 12 November 2027. This holds everywhere."),
        new("What we saw", "The reel says that a tea “clears the body of illness in seven days” and gives a price."),
        new("The rule", "“Do not offer goods as a medicine that are not one.”"),
        new("How we found it", "Four people reported it."),
        new("Who decided", "A person. No software took part in the decision."),
        new("What you can do", "Appeal here until 12 May 2027. You can also go to a certified out-of-court body or a court."),
    ];

    private static Verdict Drop => Verdict.Allow with { Action = VerdictAction.Drop, Weight = 0 };
}
