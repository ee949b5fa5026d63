using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.FactChecks;

/// <summary>The author of a rated item asks the fact-checker to look at the rating again.</summary>
/// <param name="Decision">The one that put the rating on the item.</param>
/// <param name="Statement">What is wrong with the rating; up to 2,000 characters.</param>
/// <param name="Links">Up to five addresses, https only, where what they say can be seen.</param>
[AllowedTo(Role.Member, Scopes = [Scope.Platform])]
public sealed record FileDispute(DecisionId Decision, AccountId Disputant, string Statement, IReadOnlyList<string>? Links = null) : ICommand<FileDispute.Answer>
{
    public const int MaxStatement = Dispute.MaxStatement;

    public const int MostLinks = Dispute.MostLinks;

    public sealed record Answer(DisputeId DisputeId, DisputeState State, DateTimeOffset DueAt);

    internal sealed class Validator : AbstractValidator<FileDispute>
    {
        public Validator()
        {
            RuleFor(x => x.Disputant).Must(x => TextId.IsValid(x.Value)).WithMessage("'Disputant Id' is not a valid id.");
            RuleFor(x => x.Statement).NotEmpty().MaximumLength(MaxStatement);
            RuleFor(x => x.Links).Must(x => x is null || x.Count <= MostLinks).WithMessage($"'Links' has {MostLinks} addresses at most.");
            RuleForEach(x => x.Links).Must(IsAddress).WithMessage("A link is a whole address that begins with 'https://'.");
        }

        // What names a person before the host is no link to evidence, but a trick.
        private static bool IsAddress(string? link) => link is { Length: <= ClaimReview.MaxUrl }
            && Uri.TryCreate(link, UriKind.Absolute, out var address) && address is { Scheme: "https", UserInfo: "", Host.Length: > 0 };
    }

    internal sealed class Handler(ModerationDb db, Call call, Ledgers ledgers, Rulebooks rulebooks, Happenings happenings, Outbox outbox, TimeProvider clock)
        : IRequestHandler<FileDispute, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(FileDispute command, CancellationToken ct)
        {
            if (call.Actor is Actor.Member(var self) && self != command.Disputant)
                return DisputeErrors.NotYours;
            if (await db.Decisions.AsNoTracking().FirstOrDefaultAsync(x => x.Id == command.Decision, ct) is not { } seen || seen.IsQuiet(clock.GetUtcNow()))
                return EnforcementErrors.UnknownDecision;
            if (seen.AuthorId != command.Disputant)
                return DisputeErrors.NotYours;
            if (seen.FactCheckId is not { } id)
                return DisputeErrors.NotARating;

            // Read again once nobody can lift it meanwhile.
            await ledgers.Take(seen.AuthorId);
            var decision = await db.Decisions.SingleAsync(x => x.Id == seen.Id, ct);
            var check = await db.FactChecks.SingleAsync(x => x.Id == id, ct);
            var windows = (await rulebooks.Version(db, decision.RulebookVersion, ct)).Windows;
            var before = await db.Disputes.AsNoTracking().Of(check.Id, new(decision.SubjectId)).ToListAsync(ct);
            if (Dispute.MayNotFile(decision, check, before, windows, clock.GetUtcNow()) is { } refusal)
                return refusal;

            var dispute = db.Add(Dispute.File(decision, check, before.Count + 1, command.Statement, command.Links ?? [], windows.DisputeAnswerHours, clock.GetUtcNow())).Entity;
            happenings.Raise(new DisputeFiled(dispute));
            outbox.Tell(decision.Subject, "dispute.filed", new { DisputeId = dispute.Id.Value, DecisionId = decision.Id.Value, FactCheckId = check.Id.Value, dispute.DueAt });
            return new Answer(dispute.Id, dispute.State, dispute.DueAt);
        }
    }
}
