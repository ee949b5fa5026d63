using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Content;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>What a report or a signal brings to a case.</summary>
/// <param name="Reporter">Who may not take it, besides its author.</param>
/// <param name="Score">How sure a signal is, 0 to 1.</param>
internal sealed record Contribution(CaseSource Source, string? Guideline, AccountId? Reporter = null, double Score = 0);

/// <summary>Everything about one subject comes together in one case.</summary>
internal sealed class CaseGathering(ModerationDb db, SubjectKeys keys, RestrictedSubjects restricted, Rulebooks rulebooks, Lanes lanes, TimeProvider clock)
{
    /// <summary>The case, or null while the subject is not known, or gone.</summary>
    public async Task<Case?> Gather(SubjectRef subject, Contribution brought, CancellationToken ct)
    {
        var found = await Known(subject, ct);
        if (found is null)
        {
            // It may be arriving at this very moment: of the two, one waits for the other.
            await keys.Hold(subject, ct);
            found = await Known(subject, ct);
        }

        if (found is not { } known)
            return null;

        var latest = await Latest(subject, ct);
        if (latest?.Settles(known.Revision) is true)
            return latest;

        var now = clock.GetUtcNow();
        var rulebook = await rulebooks.InForce(db, now, ct);
        var @case = latest is { Stage: CaseStage.Waiting }
            ? latest
            : db.Add(Case.Open(subject, known.Author, known.Revision, known.Reach, now)).Entity;
        @case.Gather(
            brought.Guideline is { } code ? rulebook.Find(code) : null, brought.Source, brought.Score, rulebook.Windows.CaseDueHours);

        if (await restricted.Holds(subject, ct))
            @case.Restrict();
        if (!@case.IsEscalated || @case.IsRestricted)
            @case.MoveTo(await lanes.For(@case.IsRestricted ? Lane.Restricted : Lane.General, known.Language, ct));

        await Bar(@case.Id, known.Author, ct);
        if (brought.Reporter is { } reporter)
            await Bar(@case.Id, reporter, ct);

        return @case;
    }

    private async Task<Case?> Latest(SubjectRef subject, CancellationToken ct) =>
        db.Cases.Local.LastOrDefault(x => x.Subject == subject)
        ?? await db.Cases.About(subject).OrderByDescending(x => x.OpenedAt).ThenByDescending(x => x.Id).FirstOrDefaultAsync(ct);

    private async Task<(AccountId Author, int? Revision, long Reach, string? Language)?> Known(SubjectRef subject, CancellationToken ct)
    {
        if (subject.Kind is SubjectKind.Account)
            return await db.Accounts.FindAsync([new AccountId(subject.Id)], ct) is { DeletedAt: null } account
                ? (account.Id, null, account.FollowerCount, account.Language)
                : null;

        if (await db.Content.FindAsync([new ContentId(subject.Id)], ct) is not { DeletedAt: null } item)
            return null;

        var author = await db.Accounts.FindAsync([item.AuthorId], ct);
        return (item.AuthorId, item.Revision, author?.FollowerCount ?? 0, item.Language);
    }

    private async Task Bar(CaseId @case, AccountId account, CancellationToken ct)
    {
        if (await db.CaseBars.FindAsync([@case, account], ct) is null)
            db.Add(CaseBar.Against(account, @case));
    }
}

/// <summary>The lanes there are; a new language opens one.</summary>
internal sealed class Lanes(ModerationDb db)
{
    public async Task<Lane> For(string queue, string? tag, CancellationToken ct)
    {
        var language = Lane.LanguageOf(tag);
        if (db.Lanes.Local.FirstOrDefault(x => x.Queue == queue && x.Language == language && x.Skill == "") is { } near)
            return near;

        if (await db.Lanes.FirstOrDefaultAsync(x => x.Queue == queue && x.Language == language && x.Skill == "", ct) is { } known)
            return known;

        var lane = db.Add(Lane.Of(queue, language)).Entity;
        await db.SaveChangesAsync(CancellationToken.None);
        return lane;
    }
}

/// <summary>What is gone needs nobody to look; what was decided stays.</summary>
internal sealed class VoidCases(ModerationDb db, TimeProvider clock) : IReactTo<ContentDeleted>, IReactTo<AccountDeleted>
{
    public Task React(ContentDeleted happened, CancellationToken ct) => Void(SubjectRef.Of(happened.Content), ct);

    public Task React(AccountDeleted happened, CancellationToken ct) => Void(SubjectRef.Of(happened.Account), ct);

    private async Task Void(SubjectRef subject, CancellationToken ct)
    {
        foreach (var @case in await db.Cases.About(subject).Waiting.ToListAsync(ct))
            @case.Close(CaseStage.Void, null, breach: false, clock.GetUtcNow());
    }
}
