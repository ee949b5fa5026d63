using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Enforcement;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>A moderator asks what else says or shows nearly the same as a case's item, and what became of it.</summary>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record NearCopies(CaseId Case) : IQuery<NearCopies.Answer>
{
    /// <summary>So many are shown, the most alike first.</summary>
    public const int Most = 40;

    /// <summary>In characters.</summary>
    public const int MaxLine = 160;

    /// <param name="Count">Of those that were looked at.</param>
    /// <param name="IsMore">Whether there are more than were looked at.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, int Count, bool IsMore);

    /// <param name="Likeness">Of the texts, 0 to 1.</param>
    /// <param name="SameMedia">Whether it shows the same picture.</param>
    /// <param name="IsNow">Whether it still says so, or a newer revision says something else.</param>
    /// <param name="Line">The beginning of its text; empty where that is for its opener alone.</param>
    /// <param name="Picture">The place of its first picture or video among its media; null for none.</param>
    /// <param name="Finding">Of the decision in force on it; null where nobody judged it.</param>
    /// <param name="Case">The case about it that waits; null for none.</param>
    public sealed record Row(
        ContentId Content, ContentKind Kind, string Handle, DateTimeOffset CreatedAt, int Revision, bool IsNow, double Likeness, bool SameMedia,
        string Line, int? Picture, bool Gone, DecisionId? Decision, Finding? Finding, string? Guideline,
        IReadOnlyList<EnforceDirectly.Effect> Outcomes, CaseId? Case);

    internal sealed class Handler(ModerationDb db, CaseSight sight, Copies copies, CopiesSeen seen) : IRequestHandler<NearCopies, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(NearCopies query, CancellationToken ct)
        {
            if (!(await sight.See(query.Case, ct)).IsOk(out var opened, out var refusal))
                return refusal;
            if (opened.Case.SubjectKind is not SubjectKind.Content
                || await db.CurrentRevision(new(opened.Case.SubjectId)).FirstOrDefaultAsync(ct) is not { } revision)
                return new Answer([], 0, IsMore: false);

            var found = await copies.Of(revision, ct);
            var visible = await seen.Visible(found.Copies, ct);
            return new Answer(await seen.Show([.. visible.Take(Most)], opened.By, ct), visible.Count, found.IsMore);
        }
    }
}

/// <summary>Copies as somebody may see them: those that are sealed, or were judged in secret, are not there for others.</summary>
internal sealed class CopiesSeen(ModerationDb db, Claims claims, Seals seals, Restrictions restrictions)
{
    public async Task<IReadOnlyList<Copies.Copy>> Visible(IReadOnlyList<Copies.Copy> copies, CancellationToken ct)
    {
        var subjects = copies.Select(x => SubjectRef.Of(x.Content)).ToArray();
        var closed = await seals.ClosedOf(subjects, ct);
        var decisions = await DecisionsOn(subjects, ct);
        var hidden = await restrictions.HiddenOf(decisions.Select(x => x.Id), ct);
        var secret = decisions.Where(x => hidden.Contains(x.Id)).Select(x => x.Subject).Concat(closed).ToHashSet();
        return [.. copies.Where(x => !secret.Contains(SubjectRef.Of(x.Content)))];
    }

    public async Task<NearCopies.Row[]> Show(IReadOnlyList<Copies.Copy> copies, StaffMember to, CancellationToken ct)
    {
        var ids = copies.Select(x => x.Content).ToArray();
        var names = ids.Select(x => x.Value).ToArray();
        var items = await db.Content.AsNoTracking().Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, ct);
        var authors = items.Values.Select(x => x.AuthorId).Distinct().ToArray();
        var handles = await db.Accounts.AsNoTracking().Where(x => authors.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Handle, ct);
        var numbers = copies.Select(x => x.Revision).Distinct().ToArray();
        var said = (await db.Revisions.AsNoTracking().Where(x => ids.Contains(x.ContentId) && numbers.Contains(x.Number))
            .Select(x => new { x.ContentId, x.Number, x.Media, Line = x.Text == null ? "" : x.Text.Substring(0, NearCopies.MaxLine) }).ToListAsync(ct))
            .ToDictionary(x => (x.ContentId, x.Number));
        var decisions = (await DecisionsOn([.. ids.Select(SubjectRef.Of)], ct)).Where(x => x.State is DecisionState.InForce && !x.IsDerived)
            .GroupBy(x => x.SubjectId).ToDictionary(x => x.Key, x => x.MaxBy(y => y.MadeAt)!);
        var waiting = await db.Cases.AsNoTracking().Waiting.Where(x => x.SubjectKind == SubjectKind.Content && names.Contains(x.SubjectId)).ToDictionaryAsync(x => x.SubjectId, ct);
        var rows = new List<NearCopies.Row>();
        foreach (var copy in copies)
        {
            var (item, words) = (items[copy.Content], said[(copy.Content, copy.Revision)]);
            var decision = decisions.GetValueOrDefault(copy.Content.Value);
            var place = words.Media.FindIndex(x => x.Kind is MediaKind.Image or MediaKind.Video);
            rows.Add(new(
                copy.Content, item.Kind, handles.GetValueOrDefault(item.AuthorId) is { Length: > 0 } handle ? handle : item.AuthorId.Value, item.CreatedAt, copy.Revision,
                copy.Revision == item.Revision, copy.Likeness, copy.SameMedia, words.Line, place < 0 ? null : place, item.DeletedAt is not null, decision?.Id,
                decision?.Finding, decision?.Guideline, [.. (decision?.Shown ?? []).Select(EnforceDirectly.Effect.Of)],
                waiting.GetValueOrDefault(copy.Content.Value) is { } open && await claims.MaySee(to, open, ct) ? open.Id : null));
        }

        return [.. rows];
    }

    private async Task<List<Decision>> DecisionsOn(SubjectRef[] subjects, CancellationToken ct)
    {
        var found = new List<Decision>();
        foreach (var (kind, ids) in subjects.InParts())
            found.AddRange(await db.Decisions.AsNoTracking().Where(x => x.SubjectKind == kind && ids.Contains(x.SubjectId)).ToListAsync(ct));
        return found;
    }
}
