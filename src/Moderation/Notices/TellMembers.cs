using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Recommendations;
using Moderation.RepeatOffenders;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Notices;

/// <summary>Gathers what a command did to people, and tells each of them once.</summary>
internal sealed class TellMembers(ModerationDb db, Rulebooks rulebooks, Outbox outbox, TimeProvider clock)
    : IReactTo<DecisionMade>, IReactTo<DecisionOverturned>, IReactTo<DecisionSuperseded>, IReactTo<AppealFiled>, IReactTo<AppealRuled>,
    IReactTo<ReportOfDecided>, IReactTo<DecisionOverridden>, IReactTo<DecisionRestored>, IReactTo<DecisionDueToBeTold>, IReactTo<OutcomesReplaced>, IReactTo<WarningLifted>, IReactTo<EndIsNear>, IReactTo<DecisionCured>, ISettle
{
    private readonly List<(AccountId To, Func<CultureInfo, Task<NoticeDraft>> Draft)> waiting = [];
    private readonly HashSet<DecisionId> ruledOn = [];
    private readonly Dictionary<DecisionId, Decision> changed = [];
    private readonly List<Decision> superseded = [];
    private readonly Dictionary<(AccountId, string), DecisionId> ruled = [];

    /// <summary>Another of this room has something to tell: it goes into the one notice of this command.</summary>
    public void Add(AccountId to, Func<CultureInfo, Task<NoticeDraft>> draft) => waiting.Add((to, draft));

    public async Task React(DecisionMade happened, CancellationToken ct)
    {
        var decision = happened.Decision;
        if (decision.FollowsAccountRule)
            ruled[(decision.AuthorId, decision.Guideline)] = decision.Id;
        if (decision is { Outcomes.Count: > 0, IsTold: true })
            waiting.Add((decision.AuthorId, culture => OfDecision(decision, culture, ct)));

        if (decision.CaseId is { } @case)
        {
            var reports = await db.Reports.Where(x => x.CaseId == @case).Select(x => x.Id).ToListAsync(ct);
            if (reports.Count > 0)
                outbox.Tell(decision.Subject, "report.resolved", new { Reports = reports.Select(x => x.Value), ActedOn = decision.Finding is not Finding.DoesNotViolate, LookedAt = !decision.IsAgeOut });
            // A program has no inbox.
            foreach (var reporter in await db.Reports.Where(x => x.CaseId == @case && x.ReporterId != null && x.Source != ReportSource.Automated).Select(x => x.ReporterId!.Value).Distinct().ToListAsync(ct))
                waiting.Add((reporter, culture => Task.FromResult(OfReport(decision, culture))));
        }
    }

    public async Task React(ReportOfDecided happened, CancellationToken ct)
    {
        if (await db.Set<Decision>().AsNoTracking().FirstOrDefaultAsync(x => x.CaseId == happened.Case, ct) is { } decision)
            waiting.Add((happened.Reporter, culture => Task.FromResult(OfReport(decision, culture))));
    }

    public Task React(DecisionOverturned happened, CancellationToken ct)
    {
        // Of one that is kept quiet, or whose place another has, they see no change.
        if (happened.Decision is { Outcomes.Count: > 0, IsTold: true, OverriddenAt: null })
            waiting.Add((happened.Decision.AuthorId, culture => OfCorrection(happened.Decision, happened.Whole ? "corrected" : "corrected.part", culture, ct)));
        return Task.CompletedTask;
    }

    public Task React(DecisionOverridden happened, CancellationToken ct)
    {
        if (happened.Decision.Outcomes.Count == 0)
            return Task.CompletedTask;

        // What it is now stands in the same notice, where there is anything.
        if (happened.By.Outcomes.Count > 0)
            changed[happened.By.Id] = happened.Decision;
        else
            waiting.Add((happened.Decision.AuthorId, culture => OfCorrection(happened.Decision, "corrected", culture, ct)));
        return Task.CompletedTask;
    }

    public Task React(DecisionRestored happened, CancellationToken ct)
    {
        if (happened.Decision.Outcomes.Count > 0)
            waiting.Add((happened.Decision.AuthorId, culture => OfCorrection(happened.Decision, "restored", culture, ct)));
        return Task.CompletedTask;
    }

    public Task React(OutcomesReplaced happened, CancellationToken ct)
    {
        if (happened.Decision.IsTold)
            waiting.Add((happened.Decision.AuthorId, culture => OfReplaced(happened.Decision, culture, ct)));
        return Task.CompletedTask;
    }

    public Task React(DecisionDueToBeTold happened, CancellationToken ct)
    {
        var decision = happened.Decision;
        if (decision.Outcomes.Count > 0)
            waiting.Add((decision.AuthorId, culture => OfDecision(decision, culture, ct)));
        if (decision is { Outcomes.Count: > 0, OverturnedAt: not null })
            waiting.Add((decision.AuthorId, culture => OfCorrection(decision, "corrected", culture, ct)));
        return Task.CompletedTask;
    }

    public Task React(DecisionSuperseded happened, CancellationToken ct)
    {
        superseded.Add(happened.Decision);
        return Task.CompletedTask;
    }

    public Task React(DecisionCured happened, CancellationToken ct)
    {
        waiting.Add((happened.Decision.AuthorId, culture => OfMended(happened.Decision, happened.At, culture, ct)));
        return Task.CompletedTask;
    }

    public Task React(AppealFiled happened, CancellationToken ct)
    {
        waiting.Add((happened.Appeal.AppellantId, culture => Task.FromResult(new NoticeDraft(
            NoticeKind.AppealReceived, NoticeTexts.Fill("title.received", culture),
            NoticeTexts.Fill("appeal.received", culture, ("date", NoticeTexts.Date(happened.Appeal.DueAt, culture))),
            [happened.Decision.Id], happened.Appeal.Id))));
        return Task.CompletedTask;
    }

    public Task React(AppealRuled happened, CancellationToken ct)
    {
        // The answer to the appeal says it; a second notice of the same would only confuse.
        ruledOn.Add(happened.Decision.Id);
        waiting.Add((happened.Appeal.AppellantId, culture => OfRuling(happened.Appeal, happened.Decision, culture, ct)));
        return Task.CompletedTask;
    }

    public Task React(WarningLifted happened, CancellationToken ct)
    {
        waiting.Add((happened.Account, culture => Task.FromResult(new NoticeDraft(
            NoticeKind.WarningLifted, NoticeTexts.Fill("title.warningLifted", culture),
            NoticeTexts.Fill("warningLifted", culture, ("date", NoticeTexts.Date(happened.LapsesAt, culture))), [happened.Decision], null))));
        return Task.CompletedTask;
    }

    public Task React(EndIsNear happened, CancellationToken ct)
    {
        waiting.Add((happened.Account, culture => Task.FromResult(Reminders.Of(happened, culture))));
        return Task.CompletedTask;
    }

    public async Task Settle(CancellationToken ct)
    {
        Replace(ct);
        var sequences = await Sequences([.. waiting.Select(x => x.To).Distinct()], ct);
        foreach (var person in waiting.GroupBy(x => x.To).OrderBy(x => x.Key.Value, StringComparer.Ordinal))
        {
            var culture = NoticeTexts.CultureOf((await db.Accounts.FindAsync([person.Key], ct))?.Language);
            var drafts = new List<NoticeDraft>();
            foreach (var (_, draft) in person)
                drafts.Add(await draft(culture));

            Tell(person.Key, sequences.GetValueOrDefault(person.Key) + 1, Fold(drafts, culture));
        }

        waiting.Clear();
    }

    // What was decided again at once, with other causes or another end, stands in the notice of that.
    private void Replace(CancellationToken ct)
    {
        foreach (var decision in superseded)
            if (decision.FollowsAccountRule && ruled.TryGetValue((decision.AuthorId, decision.Guideline), out var again))
                changed.TryAdd(again, decision);
            else
                waiting.Add((decision.AuthorId, culture => OfCorrection(decision, decision switch
                {
                    { Ladder: not null } => "corrected.derived",
                    { SubjectKind: SubjectKind.Account } => "corrected.accountRule",
                    _ => "corrected",
                }, culture, ct)));
        superseded.Clear();
    }

    private NoticeDraft Fold(List<NoticeDraft> drafts, CultureInfo culture)
    {
        if (drafts.Exists(x => x.Kind is NoticeKind.AppealRuled))
            drafts.RemoveAll(x => x.Kind is NoticeKind.Overturned && x.Decisions.All(ruledOn.Contains));
        if (drafts is [var only])
            return only;

        var leading = drafts.OrderByDescending(x => x.Kind is NoticeKind.AppealRuled).ThenBy(x => x.Kind).First();
        return leading with
        {
            Title = leading.Kind is NoticeKind.Decision && drafts.Count(x => x.Kind is NoticeKind.Decision) > 2
                ? NoticeTexts.Fill("title.several", culture) : leading.Title,
            Body = string.Join("\n\n", drafts.Prepend(leading).Select(x => x.Body).Distinct()),
            Decisions = [.. drafts.SelectMany(x => x.Decisions).Distinct()],
            Appeal = drafts.Select(x => x.Appeal).FirstOrDefault(x => x is not null),
        };
    }

    // The number of each one's last notice.
    private async Task<Dictionary<AccountId, long>> Sequences(IReadOnlyCollection<AccountId> people, CancellationToken ct)
    {
        var last = new Dictionary<AccountId, long>();
        foreach (var some in people.Chunk(Parts.Size))
            foreach (var told in await db.Notices.Where(x => some.Contains(x.AccountId))
                .GroupBy(x => x.AccountId).Select(x => new { Id = x.Key, Last = x.Max(y => y.Sequence) }).ToListAsync(ct))
                last[told.Id] = told.Last;
        return last;
    }

    private void Tell(AccountId to, long sequence, NoticeDraft draft)
    {
        var notice = db.Add(Notice.To(to, sequence, draft, clock.GetUtcNow())).Entity;
        outbox.Tell(SubjectRef.Of(to), "notice.created", new { NoticeId = notice.Id.Value, AccountId = to.Value, notice.Kind, notice.Title, notice.Decisions });
    }

    private async Task<NoticeDraft> OfDecision(Decision decision, CultureInfo culture, CancellationToken ct)
    {
        var statement = await db.StatementOf(rulebooks, decision, culture, ct);
        if (!changed.TryGetValue(decision.Id, out var before))
            return new(NoticeKind.Decision, statement.Title, statement.Text, [decision.Id], null);

        // It goes on with other causes or another end: news, but not what this notice is first of all about.
        if (decision.FollowsAccountRule)
            return new(NoticeKind.Overturned, NoticeTexts.Fill("title.changed", culture), $"{NoticeTexts.Fill("changed.accountRule", culture)}\n\n{statement.Text}", [decision.Id, before.Id], null);

        // What only held until somebody looked was no mistake.
        return before.IsInterim
            ? new(NoticeKind.Decision, statement.Title, statement.Text, [decision.Id, before.Id], null)
            : new(NoticeKind.Decision, NoticeTexts.Fill("title.changed", culture),
                $"{NoticeTexts.Fill("changed", culture, ("kind", await KindOf(before, culture, ct)))}\n\n{statement.Text}", [decision.Id, before.Id], null);
    }

    private static NoticeDraft OfReport(Decision decision, CultureInfo culture) => decision.IsAgeOut
        ? new(NoticeKind.ReportResolved, NoticeTexts.Fill("title.reportAgedOut", culture),
            NoticeTexts.Fill("report.agedOut", culture, ("until", NoticeTexts.Date(decision.AppealUntil, culture))), [decision.Id], null)
        : new(
        NoticeKind.ReportResolved, NoticeTexts.Fill("title.report", culture),
        decision.Finding is Finding.DoesNotViolate
            ? NoticeTexts.Fill("report.notActed", culture, ("until", NoticeTexts.Date(decision.AppealUntil, culture)))
            : NoticeTexts.Fill("report.acted", culture),
        decision.Finding is Finding.DoesNotViolate ? [decision.Id] : [], null);

    private async Task<NoticeDraft> OfCorrection(Decision decision, string text, CultureInfo culture, CancellationToken ct) => new(
        NoticeKind.Overturned, NoticeTexts.Fill(text is "restored" ? "title.restored" : "title.corrected", culture),
        NoticeTexts.Fill(text, culture, ("kind", await KindOf(decision, culture, ct)), ("date", NoticeTexts.Date(decision.MadeAt, culture))), [decision.Id], null);

    private async Task<NoticeDraft> OfMended(Decision decision, DateTimeOffset at, CultureInfo culture, CancellationToken ct)
    {
        var guideline = decision.RuleIn(await rulebooks.Version(db, decision.RulebookVersion, ct));
        var text = decision.FollowsAccountRule ? "mended.account" : "mended.content";
        return new(
            NoticeKind.Mended, NoticeTexts.Fill("title.mended", culture), NoticeTexts.Fill(
                text, culture, ("kind", await KindOf(decision, culture, ct)), ("title", guideline.Clause?.Title ?? guideline.Title),
                ("date", NoticeTexts.Date(decision.MadeAt, culture)), ("at", NoticeTexts.Date(at, culture))), [decision.Id], null);
    }

    private async Task<NoticeDraft> OfReplaced(Decision decision, CultureInfo culture, CancellationToken ct)
    {
        var guideline = decision.RuleIn(await rulebooks.Version(db, decision.RulebookVersion, ct));
        var item = decision.SubjectKind is SubjectKind.Content ? await db.Content.FindAsync([new ContentId(decision.SubjectId)], ct) : null;
        return new(
            NoticeKind.RulesChanged, NoticeTexts.Fill("title.rulesChanged", culture),
            $"{NoticeTexts.Fill("rulesChanged", culture, ("kind", await KindOf(decision, culture, ct)), ("title", guideline.Clause?.Title ?? guideline.Title))} {StatementOfReasons.SinceRulesChanged(decision, guideline, item, culture)}",
            [decision.Id], null);
    }

    private async Task<NoticeDraft> OfRuling(Appeal appeal, Decision decision, CultureInfo culture, CancellationToken ct)
    {
        var (title, text) = appeal.Ruling switch
        {
            Ruling.Overturned => ("title.overturned", appeal.Appellant is Appellant.Reporter ? "appeal.overturnedReporter" : "appeal.overturned"),
            Ruling.PartlyOverturned => ("title.partly", "appeal.partly"),
            Ruling.Inadmissible => ("title.inadmissible", "appeal.inadmissible"),
            _ => ("title.upheld", "appeal.upheld"),
        };
        return new(
            NoticeKind.AppealRuled, NoticeTexts.Fill(title, culture),
            NoticeTexts.Fill(text, culture, ("kind", await KindOf(decision, culture, ct)), ("reason", appeal.Reason)), [decision.Id], appeal.Id);
    }

    private async Task<string> KindOf(Decision decision, CultureInfo culture, CancellationToken ct) => NoticeTexts.Fill(
        decision.SubjectKind is SubjectKind.Content && await db.Content.FindAsync([new ContentId(decision.SubjectId)], ct) is { } item
            ? $"kind.{System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(item.Kind.ToString())}"
            : "kind.account", culture);
}

internal static class Statements
{
    /// <summary>The statement of reasons on the rule and the revision that the decision is pinned to.</summary>
    public static async Task<StatementOfReasons> StatementOf(
        this ModerationDb db, Rulebooks rulebooks, Decision decision, CultureInfo culture, CancellationToken ct, bool isClosed = false)
    {
        var rulebook = await rulebooks.Version(db, decision.RulebookVersion, ct);
        var guideline = decision.RuleIn(rulebook);
        var id = new ContentId(decision.SubjectId);
        var item = decision.SubjectKind is SubjectKind.Content ? await db.Content.FindAsync([id], ct) : null;
        var revision = item is null ? null : await db.Revisions.FindAsync([id, decision.Revision ?? item.Revision], ct);
        var order = decision.OrderId is { } ordered ? await db.Set<Order>().FindAsync([ordered], ct) : null;
        isClosed |= guideline.Restricted || await Seals.IsQuarantined(db, decision.Subject, ct);
        return StatementOfReasons.Of(decision, guideline, item, isClosed ? null : revision?.Text, culture, order, isClosed, await RuleOf(db, decision, rulebook, ct));
    }

    private static async Task<RuleSeen?> RuleOf(ModerationDb db, Decision decision, Rulebook rulebook, CancellationToken ct)
    {
        if (decision.FactCheckId is { } rated)
            return new(null, null, [], await db.FactChecks.FindAsync([rated], ct));
        if (decision.Detector == JudgeFacts.Detector)
            return new(null, rulebook.SurfaceRules.FirstOrDefault(x => x.Code == decision.Rule), []);
        if (!decision.FollowsAccountRule || rulebook.AccountRuleAt(decision.Guideline, decision.Outcomes.Min(x => x.From)) is not { } rule)
            return null;

        var cited = await db.Set<Citation>().Where(x => x.DecisionId == decision.Id).Select(x => x.CitedId).ToListAsync(ct);
        return new(rule, null, [.. cited.OrderBy(x => x.Value).Select(x => x.Code)]);
    }
}
