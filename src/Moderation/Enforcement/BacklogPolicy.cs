using Moderation.Review;
using Moderation.Storage;

namespace Moderation.Enforcement;

/// <summary>The policy that closes what is of low severity and that nobody got to in time.</summary>
internal static class BacklogPolicy
{
    /// <summary>The rule that such a decision names. Pausing it, as any rule of a machine, stops the policy.</summary>
    public const string Rule = "backlog";

    extension(Decision decision)
    {
        /// <summary>Whether nobody looked: it says nothing of the content, nor of who reported it.</summary>
        public bool IsAgeOut => decision is { Rule: Rule, Automation: Automation.Full, Finding: Finding.DoesNotViolate };
    }

    extension(IQueryable<Decision> decisions)
    {
        /// <summary>Those by which somebody, or a machine, found something of the subject itself, and that were not taken back.</summary>
        public IQueryable<Decision> OnMerits() => decisions.Where(x =>
            x.CauseId == null && x.OrderId == null && !x.IsInterim && x.OverturnedAt == null && x.SupersededAt == null
            && !(x.Rule == Rule && x.Automation == Automation.Full && x.Finding == Finding.DoesNotViolate));
    }

    extension(IQueryable<Case> cases)
    {
        /// <summary>Those whose guideline machines may decide by, unless the policy itself is paused.</summary>
        public IQueryable<Case> Unpaused(ModerationDb db) => cases.Where(x => !db.Set<Pause>().Any(y =>
            y.Kind == PauseKind.Rule && y.Code == Rule
            || y.Kind == PauseKind.Guideline && (y.Code == x.LeadGuideline || x.LeadGuideline!.StartsWith(y.Code + "."))));
    }
}
