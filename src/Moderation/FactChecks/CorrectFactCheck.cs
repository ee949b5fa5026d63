using FluentValidation;
using MediatR;
using Moderation.Enforcement;
using Moderation.Guidelines;
using Moderation.Pipeline;

namespace Moderation.FactChecks;

/// <summary>A checker takes a rating back, or gives another: every label, demotion and strike that came from it is lifted.</summary>
/// <param name="Rating">Null withdraws the check.</param>
/// <param name="By">Who says so, in the words of the calling program.</param>
[AllowedTo(Role.FactChecker, Scopes = [Scope.Enforcer])]
public sealed record CorrectFactCheck(FactCheckId FactCheck, Rating? Rating, string Reason, string By) : ICommand<CorrectFactCheck.Answer>
{
    /// <summary>In characters.</summary>
    public const int MaxReason = 2000;

    /// <param name="Lifted">Decisions that never were from now on; empty where there are many.</param>
    /// <param name="Run">Where there are many items: what lifts theirs and labels them anew, to be followed.</param>
    public sealed record Answer(FactCheckId FactCheckId, FactCheckState State, Rating? Rating, IReadOnlyList<DecisionId> Lifted, RunId? Run);

    internal sealed class Validator : AbstractValidator<CorrectFactCheck>
    {
        public Validator()
        {
            RuleFor(x => x.Rating).IsInEnum();
            RuleFor(x => x.Reason).NotEmpty().MaximumLength(MaxReason);
            RuleFor(x => x.By).NotEmpty().MaximumLength(TextId.MaxLength);
        }
    }

    internal sealed class Handler(Correcting correcting) : IRequestHandler<CorrectFactCheck, Result<Answer>>
    {
        public Task<Result<Answer>> Handle(CorrectFactCheck command, CancellationToken ct) =>
            correcting.Correct(command.FactCheck, command.Rating, command.Reason, command.By, ct);
    }
}
