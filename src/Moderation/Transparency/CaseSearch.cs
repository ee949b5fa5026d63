using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Enforcement;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>Finds cases by what people know of them. What somebody may not see is for them not there.</summary>
internal sealed class CaseSearch(ModerationDb db, Claims claims, Seals seals, AccountSearch accounts)
{
    /// <summary>As far as order and filters need it.</summary>
    public sealed record Hit
    {
        public CaseId Id { get; init; }

        public DateTimeOffset At { get; init; }

        public SubjectKind SubjectKind { get; init; }

        public string SubjectId { get; init; } = "";

        public long Lane { get; init; }

        public CaseStage Stage { get; init; }

        public string? Guideline { get; init; }

        public SearchPlace Place => new(At, Id.Value);
    }

    public async Task<(List<Hit> Found, SearchPlace? Next)> Find(SearchCases asked, StaffMember member, int take, CancellationToken ct) =>
        await Among(await Sources(asked, member, ct), asked, member, take, ct);

    /// <summary>Of one account: about it, and about what it posted.</summary>
    public Task<(List<Hit> Found, SearchPlace? Next)> By(AccountId author, SearchCases asked, StaffMember member, int take, CancellationToken ct) =>
        Among([Hits(db.Cases.AsNoTracking().Where(x => x.AuthorId == author))], asked, member, take, ct);

    private async Task<(List<Hit> Found, SearchPlace? Next)> Among(List<IQueryable<Hit>> hits, SearchCases asked, StaffMember member, int take, CancellationToken ct)
    {
        var lanes = await LanesFor(member, ct);
        var sources = hits.Select(x => (NewestFirst.Source<Hit>)((after, some) => Read(x, asked, after, some, ct))).ToList();
        return await NewestFirst.Walk(sources, asked.After, take, x => x.Place, async steps =>
        {
            var fit = steps.Where(x => lanes.Contains(x.Lane) && (asked.Stage is null || x.Stage == asked.Stage) && IsUnder(x.Guideline, asked.Guideline)).ToHashSet();
            if (!member.Holds(Role.ChildSafety))
            {
                var held = await seals.HeldAmong(fit.Select(Subject), ct);
                fit.RemoveWhere(x => held.Contains(Subject(x)));
            }

            return fit;
        });
    }

    public static bool IsUnder(string? guideline, string? asked) =>
        asked is null || guideline == asked || guideline?.StartsWith(asked + ".", StringComparison.Ordinal) is true;

    // Who handed a case on may still look at it.
    private async Task<HashSet<long>> LanesFor(StaffMember member, CancellationToken ct)
    {
        var lanes = (await claims.LanesFor(member, ct)).Select(x => x.Id).ToHashSet();
        if (member.Holds(Role.Moderator))
            lanes.UnionWith(await db.Lanes.Where(x => x.Queue == Lane.Escalated).Select(x => x.Id).ToListAsync(ct));
        return lanes;
    }

    private static SubjectRef Subject(Hit hit) => new(hit.SubjectKind, hit.SubjectId);

    private async Task<List<IQueryable<Hit>>> Sources(SearchCases asked, StaffMember member, CancellationToken ct)
    {
        var cases = db.Cases.AsNoTracking();
        if (asked.DecidedByMe)
            return [from decision in db.Set<Decision>().AsNoTracking()
                    where decision.DecidedBy == member.Id
                    join x in cases on decision.CaseId equals x.Id
                    select new Hit { Id = x.Id, At = decision.MadeAt, SubjectKind = x.SubjectKind, SubjectId = x.SubjectId, Lane = x.LaneId, Stage = x.Stage, Guideline = x.LeadGuideline }];
        if (asked.Text?.Trim() is not { Length: > 0 } text)
            return [Hits(cases)];

        var found = new List<IQueryable<Hit>>();
        if (ShortNames.Read(text, 'C') is { } code)
            found.Add(Hits(cases.Where(x => x.Code == code)));
        if (TextId.IsValid(text))
            foreach (var kind in Enum.GetValues<SubjectKind>())
                found.Add(Hits(cases.Where(x => x.SubjectKind == kind && x.SubjectId == text)));
        foreach (var author in await accounts.Named(text, ct))
            found.Add(Hits(cases.Where(x => x.AuthorId == author)));
        return found;
    }

    private static IQueryable<Hit> Hits(IQueryable<Case> cases) => cases.Select(x => new Hit
    {
        Id = x.Id,
        At = x.OpenedAt,
        SubjectKind = x.SubjectKind,
        SubjectId = x.SubjectId,
        Lane = x.LaneId,
        Stage = x.Stage,
        Guideline = x.LeadGuideline,
    });

    private static Task<List<Hit>> Read(IQueryable<Hit> source, SearchCases asked, SearchPlace? after, int take, CancellationToken ct)
    {
        if (asked.From is { } from)
            source = source.Where(x => x.At >= from);
        if (asked.Until is { } until)
            source = source.Where(x => x.At < until);
        if (after is { } place && new CaseId(place.Id) is var id)
            source = source.Where(x => x.At <= place.At && (x.At < place.At || x.Id < id));
        return source.OrderByDescending(x => x.At).ThenByDescending(x => x.Id).Take(take).ToListAsync(ct);
    }
}
