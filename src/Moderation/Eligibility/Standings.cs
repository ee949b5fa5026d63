using Microsoft.EntityFrameworkCore;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.Pipeline;
using Moderation.Ranking;
using Moderation.Storage;

namespace Moderation.Eligibility;

/// <summary>What is asked about: an item with the author as the caller knows it, or an account alone.</summary>
internal sealed record Candidate(ContentId? Content, AccountId? Author, bool Follows);

/// <summary>The outcomes of many subjects, read at once, and what the one evaluator makes of them.</summary>
internal sealed class Standings(ModerationDb db)
{
    private const int ChunkSize = 500;

    /// <summary>A reply under a reply under a post: further up than this nobody scrolls.</summary>
    private const int MaxDepth = 20;

    private readonly Dictionary<ContentId, Item> items = [];
    private readonly Dictionary<SubjectRef, List<DecidedOutcome>> outcomes = [];

    private sealed record Item(ContentId Id, AccountId Author, ContentId? Parent, ContentId? ReshareOf);

    /// <summary>How many of the items asked about are not known here.</summary>
    public int Unknown { get; private set; }

    /// <summary>Reads all that verdicts on these need.</summary>
    public async Task Load(IReadOnlyCollection<Candidate> candidates, CancellationToken ct)
    {
        var asked = candidates.Select(x => x.Content).OfType<ContentId>().Distinct().ToArray();
        var wanted = asked;
        for (var depth = 0; wanted.Length > 0 && depth < MaxDepth; depth++)
        {
            await LoadItems(wanted, ct);
            wanted = [.. wanted.Select(x => items.GetValueOrDefault(x)).OfType<Item>()
                .SelectMany(x => new[] { x.Parent, x.ReshareOf }).OfType<ContentId>().Distinct().Where(x => !items.ContainsKey(x))];
        }

        Unknown = asked.Count(x => !items.ContainsKey(x));
        await LoadOutcomes(
        [
            .. asked.Select(SubjectRef.Of), .. items.Keys.Select(SubjectRef.Of), .. items.Values.Select(x => SubjectRef.Of(x.Author)),
            .. candidates.Select(x => x.Author).OfType<AccountId>().Select(SubjectRef.Of),
        ], ct);
    }

    /// <summary>The verdict on one of those loaded, at an instant, by what was known at another.</summary>
    public Verdict On(Candidate candidate, Surface surface, Viewer viewer, DateTimeOffset at, DateTimeOffset known)
    {
        var request = new Request(surface, viewer, candidate.Follows);
        if (candidate.Content is not { } content)
            return Ranking.Eligibility.On(Of(SubjectRef.Of(candidate.Author!.Value), at, known), request);

        // What is stored beats what is sent: a caller cannot give an item another author.
        var author = items.GetValueOrDefault(content)?.Author ?? candidate.Author;
        return On(content, author is { } by ? Of(SubjectRef.Of(by), at, known) : Standing.Clear, request, at, known);
    }

    /// <summary>The verdict on an item as if nothing limited its author.</summary>
    public Verdict OnItem(ContentId content, Request request, DateTimeOffset at, DateTimeOffset known) =>
        On(content, Standing.Clear, request, at, known);

    public Standing Of(SubjectRef subject, DateTimeOffset at, DateTimeOffset known) =>
        outcomes.TryGetValue(subject, out var found) ? Standing.Of(found.Select(x => x.ForRanking()), at, known) : Standing.Clear;

    public AccountId? AuthorOf(ContentId content) => items.GetValueOrDefault(content)?.Author;

    public IReadOnlyList<DecidedOutcome> OutcomesOf(SubjectRef subject) => outcomes.GetValueOrDefault(subject) ?? [];

    /// <summary>Leaves out what who asks may not know of.</summary>
    public async Task Hide(Restrictions restrictions, CancellationToken ct)
    {
        Hide(await restrictions.HiddenOf(outcomes.Values.SelectMany(x => x).Select(x => x.DecisionId), ct));
    }

    public void Hide(IReadOnlySet<DecisionId> hidden)
    {
        foreach (var list in outcomes.Values)
            list.RemoveAll(x => hidden.Contains(x.DecisionId));
    }

    /// <summary>Reckons with outcomes that are not stored: what would be, were this decided.</summary>
    public void Suppose(IEnumerable<DecidedOutcome> decided)
    {
        foreach (var outcome in decided)
        {
            if (!outcomes.TryGetValue(outcome.Subject, out var list))
                outcomes[outcome.Subject] = list = [];
            list.Add(outcome);
        }
    }

    private Verdict On(ContentId content, Standing author, Request request, DateTimeOffset at, DateTimeOffset known) => Ranking.Eligibility.On(
        Of(SubjectRef.Of(content), at, known), author,
        [.. Above(content).Select(x => (Of(SubjectRef.Of(x.Id), at, known), Of(SubjectRef.Of(x.Author), at, known)))],
        request);

    private IEnumerable<Item> Above(ContentId content)
    {
        var seen = new HashSet<ContentId> { content };
        var rest = new Queue<ContentId>([content]);
        while (rest.TryDequeue(out var next))
            foreach (var above in items.TryGetValue(next, out var item) ? new[] { item.Parent, item.ReshareOf } : [])
                if (above is { } id && seen.Add(id) && items.TryGetValue(id, out var found))
                {
                    rest.Enqueue(id);
                    yield return found;
                }
    }

    private async Task LoadItems(ContentId[] ids, CancellationToken ct)
    {
        foreach (var chunk in ids.Chunk(ChunkSize))
            foreach (var item in await db.Content.AsNoTracking().Where(x => chunk.Contains(x.Id))
                .Select(x => new Item(x.Id, x.AuthorId, x.ParentId, x.ReshareOf)).ToListAsync(ct))
                items[item.Id] = item;
    }

    private async Task LoadOutcomes(IEnumerable<SubjectRef> subjects, CancellationToken ct)
    {
        foreach (var kind in subjects.Distinct().Where(x => !outcomes.ContainsKey(x)).GroupBy(x => x.Kind))
            foreach (var chunk in kind.Select(x => x.Id).Chunk(ChunkSize))
                foreach (var subject in (await db.Outcomes.AsNoTracking()
                    .Where(x => x.SubjectKind == kind.Key && chunk.Contains(x.SubjectId)).ToListAsync(ct)).GroupBy(x => x.Subject))
                    outcomes[subject.Key] = [.. subject];
    }
}
