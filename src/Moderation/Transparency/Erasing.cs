using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Activity;
using Moderation.Appeals;
using Moderation.Content;
using Moderation.Detection;
using Moderation.Enforcement;
using Moderation.FactChecks;
using Moderation.Notices;
using Moderation.Pipeline;
using Moderation.Reports;
using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Transparency;

/// <summary>Erases what is left of a subject: what reporters, appellants and detectors wrote, and what notices quote.</summary>
internal sealed class Erasing(ModerationDb db)
{
    // Nobody knows when a hold or an appeal ends.
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    /// <summary>False while redress lasts or a hold stands; it is then put off.</summary>
    public async Task<bool> Try(Erasure erasure, DateTimeOffset now, CancellationToken ct)
    {
        var subject = erasure.Subject;
        if (await IsHeld(subject, ct))
        {
            erasure.Wait(now + Again);
            return false;
        }

        await EraseCopies(subject, ct);
        var decisions = DecisionsOn(subject);
        if (await decisions.Where(x => db.Set<DecisionEvidence>().Any(y => y.DecisionId == x.Id && y.ErasedAt == null)).MaxAsync(x => (DateTimeOffset?)x.AppealUntil, ct) is { } redress)
        {
            erasure.Wait(redress > now ? redress.AddTicks(1) : now + Again);
            return false;
        }

        await EraseWords(subject, decisions, ct);
        await db.EraseNotes(subject, now, ct);
        erasure.Finish(now);
        return true;
    }

    // A decision against an account may quote nothing, but its appeals are that person's words.
    private IQueryable<Decision> DecisionsOn(SubjectRef subject)
    {
        var author = new AccountId(subject.Id);
        return subject.Kind is SubjectKind.Account
            ? db.Set<Decision>().Where(x => x.AuthorId == author)
            : db.Set<Decision>().Where(x => x.SubjectKind == subject.Kind && x.SubjectId == subject.Id);
    }

    private async Task<bool> IsHeld(SubjectRef subject, CancellationToken ct) => subject.Kind is SubjectKind.Account
        ? await db.Accounts.FindAsync([new AccountId(subject.Id)], ct) is { IsHeld: true }
        : await db.Content.FindAsync([new ContentId(subject.Id)], ct) is { } item && await db.IsHeld(item, ct);

    // As a rule done at once; what was held then is still there.
    private async Task EraseCopies(SubjectRef subject, CancellationToken ct)
    {
        if (subject.Kind is SubjectKind.Account)
        {
            (await db.Accounts.FindAsync([new AccountId(subject.Id)], ct))?.Forget();
            await db.EraseActivity(new(subject.Id), ct);
            await db.EraseTold(new(subject.Id), ct);
            return;
        }

        var id = new ContentId(subject.Id);
        await db.Erase(db.Revisions.Where(x => x.ContentId == id), ct);
    }

    private async Task EraseWords(SubjectRef subject, IQueryable<Decision> decisions, CancellationToken ct)
    {
        var person = new AccountId(subject.Id);
        var reports = subject.Kind is SubjectKind.Account
            ? db.Reports.Where(x => x.ReporterId == person || x.SubjectKind == subject.Kind && x.SubjectId == subject.Id)
            : db.Reports.About(subject);
        await reports.Where(x => x.Details != null || x.Notice != null).ExecuteUpdateAsync(x => x
            .SetProperty(r => r.Details, (string?)null)
            .SetProperty(r => r.Notice, (string?)null)
            .SetProperty(r => EF.Property<long>(r, Conventions.Version), r => EF.Property<long>(r, Conventions.Version) + 1), ct);

        // A detector may quote what it saw.
        await db.Signals.About(subject).Where(x => x.Explanation != null).ExecuteUpdateAsync(x => x
            .SetProperty(s => s.Explanation, (string?)null)
            .SetProperty(s => EF.Property<long>(s, Conventions.Version), s => EF.Property<long>(s, Conventions.Version) + 1), ct);

        var appeals = subject.Kind is SubjectKind.Account
            ? db.Appeals.Where(x => x.AppellantId == person)
            : db.Appeals.Where(x => decisions.Any(y => y.Id == x.DecisionId));
        await appeals.Where(x => x.Statement != "").ExecuteUpdateAsync(x => x
            .SetProperty(a => a.Statement, "")
            .SetProperty(a => EF.Property<long>(a, Conventions.Version), a => EF.Property<long>(a, Conventions.Version) + 1), ct);

        var disputes = subject.Kind is SubjectKind.Account
            ? db.Disputes.Where(x => x.DisputantId == person)
            : db.Disputes.Where(x => decisions.Any(y => y.Id == x.DecisionId));
        foreach (var dispute in await disputes.Where(x => x.Statement != "").ToListAsync(ct))
            dispute.Forget();

        if (subject.Kind is SubjectKind.Content)
            await db.Unquote(await decisions.AsNoTracking().ToListAsync(ct), ct);
    }
}
