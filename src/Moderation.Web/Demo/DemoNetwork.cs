namespace Moderation.Web.Demo;

/// <summary>A judgement made before the newcomer arrived, for whoever loads the demo to send through the decision command.</summary>
internal sealed record DemoDecision(string ContentId, string Guideline, string Finding, string Rationale, int DaysAgo, bool IsAutomated, IReadOnlyList<string> ReportedBy);

/// <summary>A small invented photo-and-video network: the same one for everybody, as old as the moment it is loaded.</summary>
internal static class DemoNetwork
{
    public const int Seed = 20210;

    private static readonly DemoComplaints Complaints;

    static DemoNetwork()
    {
        Items = new DemoContent(Seed).Build();
        Complaints = new DemoComplaints(Seed).Gather(Items);
        Decisions = [.. DemoTexts.Decisions.Select(past => new DemoDecision(
            Items.Single(item => item.Piece?.Key == past.Content).Id, past.Guideline, past.Finding, past.Rationale, past.DaysAgo, past.IsAutomated,
            [.. (past.ReportedBy ?? []).Select(handle => $"acc-{handle}")]))];
    }

    public static IReadOnlyList<DemoItem> Items { get; }

    public static IReadOnlyList<DemoDecision> Decisions { get; }

    /// <summary>The network as POST /import takes it, one JSON object a line, everything in the order it happened.</summary>
    public static IEnumerable<string> Lines(DateTimeOffset now)
    {
        var lines = new DemoLines(now);

        IEnumerable<DemoTexts.Person> people = [.. DemoTexts.Members, .. DemoTexts.Flaggers, .. DemoTexts.Others, .. DemoTexts.Offenders];
        return people.OrderByDescending(person => person.Joined).Select(lines.Of)
            .Concat(Items.SelectMany(lines.Of).OrderByDescending(x => x.Ago).Select(x => x.Line))
            .Concat(Complaints.Signals.Select(signal => (signal.Ago, Line: lines.Of(signal)))
                .Concat(Complaints.Reports.Select(report => (report.Ago, Line: lines.Of(report))))
                .OrderByDescending(x => x.Ago).Select(x => x.Line));
    }
}
