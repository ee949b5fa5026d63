using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Detection;

/// <summary>Who may know of a bank, and who may change it: what stands for a restricted guideline is for child-safety specialists alone.</summary>
internal sealed class BankRights(ModerationDb db, Rulebooks rulebooks, Call call, TimeProvider clock)
{
    public bool SeesRestricted => call.Rights.Holds(Role.ChildSafety);

    public StaffId Me => ((Actor.Staff)call.Actor).Id;

    /// <summary>A bank to look at; for who may not know of it there is none.</summary>
    public async Task<Result<Bank>> ToSee(string code, CancellationToken ct)
    {
        if (await db.Banks.FindAsync([code], ct) is not { } bank)
            return DetectionErrors.UnknownBank;

        return SeesRestricted || !await IsRestricted(bank, ct) ? bank : DetectionErrors.UnknownBank;
    }

    /// <summary>A bank to change.</summary>
    public async Task<Result<Bank>> ToChange(string code, CancellationToken ct)
    {
        if (!(await ToSee(code, ct)).IsOk(out var bank, out var refusal))
            return refusal;

        return MayChange(await IsRestricted(bank, ct)) ? bank : DetectionErrors.BankNotYours;
    }

    public bool MayChange(bool isRestricted) => isRestricted ? SeesRestricted : call.Rights.Holds(Role.PolicyManager) || call.Rights.Holds(Role.Lead);

    /// <summary>As the rulebook says now; null for a guideline that it does not have.</summary>
    public async Task<bool?> IsRestricted(string guideline, CancellationToken ct) => (await rulebooks.InForce(db, clock.GetUtcNow(), ct)).Find(guideline)?.Restricted;

    public async Task<bool> IsRestricted(Bank bank, CancellationToken ct) => bank.IsRestricted || await IsRestricted(bank.Guideline, ct) is true;
}
