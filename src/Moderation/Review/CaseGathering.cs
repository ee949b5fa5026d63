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

/// <summary>What is known of a subject that somebody is to look at.</summary>
/// <param name="Kind">Null for accounts.</param>
/// <param name="Revision">Null for accounts.</param>
/// <param name="Reach">Followers of the author.</param>
/// <param name="Language">As the host says it, for example <c>nl-BE</c>.</param>
/// <param name="Country">Of the author, two letters.</param>
internal sealed record KnownSubject(AccountId Author, ContentKind? Kind, int? Revision, long Reach, string? Language, string? Country);

/// <summary>Everything about one subject comes together in one case.</summary>
internal sealed class CaseGathering(ModerationDb db, SubjectKeys keys, RestrictedSubjects restricted, Rulebooks rulebooks, Queues queues, Lanes lanes, TimeProvider clock)
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
            : db.Add(Case.Open(subject, known, now)).Entity;
        @case.Weigh(known.Reach, @case.ReportWeight);
        @case.Regrade(rulebook);
        var was = (@case.Severity, @case.IsRestricted);
        @case.Gather(brought.Guideline is { } code ? rulebook.Find(code) : null, brought.Source, brought.Score);
        if (await restricted.Holds(subject, ct))
            @case.Restrict();
        @case.Rouse(was, now);

        var queue = await queues.RouteOf(@case, ct);
        @case.MoveTo(await lanes.For(queue, known.Language, ct));
        @case.IsDue((await queues.Find(queue, ct))?.DueHours ?? rulebook.Windows.CaseDueHours);

        await Bar(@case.Id, known.Author, ct);
        if (brought.Reporter is { } reporter)
            await Bar(@case.Id, reporter, ct);

        return @case;
    }

    // One that waits may not be stored yet; of those that are, this command may have an older one in hand.
    private async Task<Case?> Latest(SubjectRef subject, CancellationToken ct) =>
        db.Cases.Local.LastOrDefault(x => x.Subject == subject && x.Stage is CaseStage.Waiting)
        ?? await db.Cases.About(subject).OrderByDescending(x => x.OpenedAt).ThenByDescending(x => x.Id).FirstOrDefaultAsync(ct);

    private async Task<KnownSubject?> Known(SubjectRef subject, CancellationToken ct)
    {
        if (subject.Kind is SubjectKind.Account)
            return await db.Accounts.FindAsync([new AccountId(subject.Id)], ct) is { DeletedAt: null } account
                ? new(account.Id, null, null, account.FollowerCount, account.Language, account.Country)
                : null;

        if (await db.Content.FindAsync([new ContentId(subject.Id)], ct) is not { DeletedAt: null } item)
            return null;

        var author = await db.Accounts.FindAsync([item.AuthorId], ct);
        return new(item.AuthorId, item.Kind, item.Revision, author?.FollowerCount ?? 0, item.Language, author?.Country);
    }

    private async Task Bar(CaseId @case, AccountId account, CancellationToken ct)
    {
        if (await db.CaseBars.FindAsync([@case, account], ct) is null)
            db.Add(CaseBar.Against(account, @case));
    }
}

/// <summary>The lanes there are; a new language opens one.</summary>
internal sealed class Lanes(ModerationDb db, Queues queues, KnownLanes known)
{
    public Task<IReadOnlyList<Lane>> All(CancellationToken ct) => known.All(db, ct);

    public async Task<Lane> For(string queue, string? tag, CancellationToken ct)
    {
        var language = Lane.LanguageOf(tag);
        var skill = (await queues.Find(queue, ct))?.Skill ?? "";
        if (db.Lanes.Local.FirstOrDefault(x => x.Queue == queue && x.Language == language && x.Skill == skill) is { } near)
            return near;

        if (await db.Lanes.FirstOrDefaultAsync(x => x.Queue == queue && x.Language == language && x.Skill == skill, ct) is { } stored)
            return stored;

        var lane = db.Add(Lane.Of(queue, language, skill)).Entity;
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
