namespace Moderation.Pipeline;

/// <summary>Who may follow a run, agree to it and stop it, by what it does.</summary>
internal static class RunRights
{
    extension(Run run)
    {
        /// <summary>For whom this is false the run is not there.</summary>
        public bool IsVisibleTo(Call call) => call.Actor switch
        {
            Actor.Client when run.Kind is RunKind.SpreadRating => run.IsBy(call) || call.Rights.Holds(Scope.Enforcer),
            Actor.Client => run.Kind is RunKind.OverturnWhere && call.Rights.Holds(Scope.Enforcer),
            _ when run.IsRestricted => call.Rights.Holds(Role.ChildSafety),
            _ when run.Kind is RunKind.SpreadRating && call.Rights.Holds(Role.FactChecker) => true,
            _ => run.IsBy(call) || call.Rights.Holds(run.Agreeing) || call.Rights.Holds(Role.Lead) || call.Rights.Holds(Role.Admin),
        };

        /// <summary>Whether who asks has the role; that they did not propose it themselves is the run's own affair.</summary>
        public bool MayBeAgreedBy(Call call) => call.Actor is Actor.Staff && call.Rights.Holds(run.Agreeing);

        /// <summary>Nobody leaves half of the copies with a rating and half without, or half of the people untold: who wants it undone corrects the check.</summary>
        public bool MayBeStoppedBy(Call call) => run.Kind is not (RunKind.SpreadRating or RunKind.TellSharers) && run.IsVisibleTo(call)
            && (run.IsBy(call) || call.Actor is Actor.Client || call.Rights.Holds(run.Agreeing) || call.Rights.Holds(Role.Admin));

        private bool IsBy(Call call) => run.By == AuditEntry.NameOf(call.Actor);

        private Role Agreeing =>
            run.Kind is RunKind.ApplyRulebook or RunKind.Rehearsal ? Role.PolicyManager
            : run.IsRestricted ? Role.ChildSafety
            : Role.Lead;
    }
}
