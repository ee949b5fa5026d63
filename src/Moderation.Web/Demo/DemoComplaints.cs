namespace Moderation.Web.Demo;

internal sealed record DemoReport(
    string Id, string Kind, string Subject, string Reporter, string? Guideline, string? Details, TimeSpan Ago,
    string Source = "member", DemoTexts.Noticed? Notice = null);

internal sealed record DemoSignal(string Id, string Kind, string Subject, DemoTexts.Finding Finding, string Guideline, TimeSpan Ago);

/// <summary>Who reported what, in which words, and what the detectors said.</summary>
internal sealed class DemoComplaints(int seed)
{
    private const double OldestHours = 20;
    private const double WithoutWords = 0.35;
    private const double UnderTheOtherRule = 0.3;

    // Of the host's, and reports what it finds.
    private const string Program = "acc-spam.sweeper";

    private readonly Random chance = new(seed);
    private readonly List<DemoReport> reports = [];
    private readonly List<DemoSignal> signals = [];

    public IReadOnlyList<DemoReport> Reports => reports;

    public IReadOnlyList<DemoSignal> Signals => signals;

    public DemoComplaints Gather(IEnumerable<DemoItem> items)
    {
        foreach (var item in items)
            if (item.Piece is { Guideline: not null } piece)
                Against("content", item.Id, item.Author, item.Language, item.Ago, piece);

        foreach (var account in DemoTexts.ReportedAccounts)
        {
            var person = DemoTexts.Offenders.Single(person => person.Handle == account.Handle);
            Against("account", person.Id, person.Id, person.Language, TimeSpan.FromDays(1), account);
        }

        return this;
    }

    private void Against(
        string kind, string subject, string author, string language, TimeSpan age, DemoTexts.IAccused accused)
    {
        var oldest = Math.Min(OldestHours, age.TotalHours * 0.85);
        TimeSpan When() => TimeSpan.FromSeconds(Math.Round(3600 * (0.2 + (oldest - 0.2) * chance.NextDouble())));

        foreach (var finding in accused.Signals ?? [])
            signals.Add(new DemoSignal($"demo-signal-{signals.Count + 1:0000}", kind, subject, finding, accused.Guideline!,
                TimeSpan.FromSeconds(Math.Round(3600 * oldest))));

        var words = new Queue<string>(accused.Words ?? []);
        foreach (var person in Reporters(accused, author, language))
        {
            var guideline = accused.Also is not null && words.Count is 0 && chance.NextDouble() < UnderTheOtherRule
                ? accused.Also : accused.Guideline!;
            var details = words.TryDequeue(out var first) ? first : Said(guideline, person.Language);
            Add(person.Id, guideline, details);
        }

        if (accused.Flagger is { } flagger)
            Add($"acc-{flagger}", accused.Guideline!, accused.FlaggerWords, "trustedFlagger");
        if (accused is DemoTexts.Piece { Notice: { } notice })
            Add($"acc-{notice.By}", accused.Guideline!, null, "legalNotice", notice);
        if (accused is DemoTexts.Piece { Automated: { } found })
            Add(Program, found, null, "automated");

        void Add(string reporter, string guideline, string? details, string source = "member", DemoTexts.Noticed? notice = null) => reports.Add(new DemoReport(
            $"demo-report-{reports.Count + 1:0000}", kind, subject, reporter, guideline, details, When(), source, notice));
    }

    private IEnumerable<DemoTexts.Person> Reporters(DemoTexts.IAccused accused, string author, string language)
    {
        var named = (accused.By ?? []).Select(handle =>
            DemoTexts.Members.Concat(DemoTexts.Offenders).Single(person => person.Handle == handle)).ToList();

        // People report mostly what they can read.
        var others = chance.GetItemsOnce(DemoTexts.Members)
            .Where(person => person.Id != author && !named.Contains(person))
            .OrderBy(person => person.Language == language ? 0 : person.Language is "en" ? 1 : 2);

        return named.Concat(others).Take(accused.Flagger is null ? accused.Reports : accused.Reports - 1);
    }

    private string? Said(string guideline, string language)
    {
        var words = DemoTexts.ReportWords.Where(words => words.Guideline == guideline);
        var known = words.FirstOrDefault(words => words.Language == language)
            ?? words.FirstOrDefault(words => words.Language is "en");
        return known is null || chance.NextDouble() < WithoutWords ? null : known.Texts[chance.Next(known.Texts.Count)];
    }
}
