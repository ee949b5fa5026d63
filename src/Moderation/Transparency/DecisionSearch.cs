using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>Finds decisions by what people know of them. What somebody may not see is for them not there.</summary>
internal sealed class DecisionSearch(ModerationDb db, Restrictions restrictions, Rulebooks rulebooks, AccountSearch accounts, TimeProvider clock)
{
    /// <summary>As far as order and filters need it.</summary>
    public sealed record Hit
    {
        public DecisionId Id { get; init; }

        public DateTimeOffset At { get; init; }

        public string Guideline { get; init; } = "";

        public Finding Finding { get; init; }

        public Automation Automation { get; init; }

        public StaffId? DecidedBy { get; init; }

        public SearchPlace Place => new(At, Id.Value);
    }

    public async Task<(List<Hit> Found, SearchPlace? Next)> Find(SearchDecisions asked, StaffId me, int take, CancellationToken ct) =>
        await Among(await Sources(asked, me, ct), asked, me, take, ct);

    /// <summary>Against one account.</summary>
    public Task<(List<Hit> Found, SearchPlace? Next)> On(AccountId author, SearchDecisions asked, StaffId me, int take, CancellationToken ct) =>
        Among([db.Set<Decision>().AsNoTracking().Where(x => x.AuthorId == author)], asked, me, take, ct);

    private async Task<(List<Hit> Found, SearchPlace? Next)> Among(List<IQueryable<Decision>> decisions, SearchDecisions asked, StaffId me, int take, CancellationToken ct)
    {
        var sources = decisions.Select(x => (NewestFirst.Source<Hit>)((after, some) => Read(x, asked, after, some, ct))).ToList();
        return await NewestFirst.Walk(sources, asked.After, take, x => x.Place, async steps =>
        {
            var fit = steps.Where(x => CaseSearch.IsUnder(x.Guideline, asked.Guideline)
                && (asked.Finding is null || x.Finding == asked.Finding)
                && (asked.Automated is not { } automated || x.Automation is Automation.None != automated)
                && (!asked.ByMe || x.DecidedBy == me)).ToHashSet();
            foreach (var ids in fit.Select(x => x.Id).Chunk(Parts.Size).ToList())
            {
                var hidden = await restrictions.HiddenOf(ids, ct);
                var with = asked.Outcome is { } kind
                    ? (await db.Outcomes.Where(x => ids.Contains(x.DecisionId) && x.Kind == kind).Select(x => x.DecisionId).Distinct().ToListAsync(ct)).ToHashSet()
                    : null;
                fit.RemoveWhere(x => ids.Contains(x.Id) && (hidden.Contains(x.Id) || with?.Contains(x.Id) is false));
            }

            return fit;
        });
    }

    private async Task<List<IQueryable<Decision>>> Sources(SearchDecisions asked, StaffId me, CancellationToken ct)
    {
        var decisions = db.Set<Decision>().AsNoTracking();
        if (asked.Text?.Trim() is { Length: > 0 } text)
        {
            var found = new List<IQueryable<Decision>>();
            if (ShortNames.Read(text, 'D') is { } code)
                found.Add(decisions.Where(x => x.Code == code));
            if (TextId.IsValid(text))
                foreach (var kind in Enum.GetValues<SubjectKind>())
                    found.Add(decisions.Where(x => x.SubjectKind == kind && x.SubjectId == text));
            foreach (var author in await accounts.Named(text, ct))
                found.Add(decisions.Where(x => x.AuthorId == author));
            return found;
        }

        if (asked.ByMe)
            return [decisions.Where(x => x.DecidedBy == me)];
        if (asked.Guideline is not { } guideline)
            return [decisions];

        var rulebook = await rulebooks.InForce(db, clock.GetUtcNow(), ct);
        var codes = rulebook.Find(guideline) is { Clause: null } whole ? whole.Clauses.Select(x => x.Code).Append(guideline).Distinct() : [guideline];
        return [.. codes.Select(one => decisions.Where(x => x.Guideline == one))];
    }

    private static Task<List<Hit>> Read(IQueryable<Decision> source, SearchDecisions asked, SearchPlace? after, int take, CancellationToken ct)
    {
        if (asked.From is { } from)
            source = source.Where(x => x.MadeAt >= from);
        if (asked.Until is { } until)
            source = source.Where(x => x.MadeAt < until);
        if (after is { } place && new DecisionId(place.Id) is var id)
            source = source.Where(x => x.MadeAt <= place.At && (x.MadeAt < place.At || x.Id < id));
        return source.OrderByDescending(x => x.MadeAt).ThenByDescending(x => x.Id).Take(take)
            .Select(x => new Hit { Id = x.Id, At = x.MadeAt, Guideline = x.Guideline, Finding = x.Finding, Automation = x.Automation, DecidedBy = x.DecidedBy })
            .ToListAsync(ct);
    }
}
