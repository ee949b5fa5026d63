using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Activity;

/// <summary>Something a viewer did with an item.</summary>
/// <param name="Value">0 or more: seconds for dwelling, a share from 0 to 1 for watching.</param>
/// <param name="Undone">Whether it was taken back at that instant.</param>
/// <param name="Device">The host's id of the device; only a keyed hash of it is kept, and none for mere looking.</param>
public sealed record InteractionTold(
    AccountId Viewer, ContentId Content, InteractionKind Kind, DateTimeOffset At, double? Value = null, Surface? Surface = null,
    bool Undone = false, string? Device = null)
{
    internal sealed class Validator : AbstractValidator<InteractionTold>
    {
        public Validator()
        {
            RuleFor(x => x.Viewer).Must(x => TextId.IsValid(x.Value)).WithMessage("'Viewer' is not a valid id.");
            RuleFor(x => x.Content).Must(x => TextId.IsValid(x.Value)).WithMessage("'Content' is not a valid id.");
            RuleFor(x => x.Kind).IsInEnum();
            RuleFor(x => x.Surface).IsInEnum();
            RuleFor(x => x.Value).Must(x => x is null || double.IsFinite(x.Value) && x >= 0).WithMessage("'Value' must be 0 or more.");
            RuleFor(x => x.Device).Must(x => x is null || TextId.IsValid(x)).WithMessage("'Device' is not a valid id.");
        }
    }
}

/// <summary>What came of what was told.</summary>
/// <param name="Accepted">How many told us something.</param>
/// <param name="Duplicates">How many we knew, or knew better.</param>
public sealed record ActivityTaken(int Accepted, int Duplicates);

/// <summary>The host platform tells what viewers did. Told again, or in another order, it comes to the same.</summary>
/// <param name="Interactions">1 to 1,000.</param>
[AllowedTo(Role.Product, Scopes = [Scope.Platform])]
public sealed record TellInteractions(IReadOnlyList<InteractionTold> Interactions) : ICommand<ActivityTaken>
{
    internal sealed class Validator : AbstractValidator<TellInteractions>
    {
        public Validator()
        {
            RuleFor(x => x.Interactions.Count).InclusiveBetween(1, ActivityIntake.MostAtOnce).OverridePropertyName("interactions");
            RuleForEach(x => x.Interactions).NotNull().SetValidator(new InteractionTold.Validator());
        }
    }

    internal sealed class Handler(ActivityIntake activity) : IRequestHandler<TellInteractions, Result<ActivityTaken>>
    {
        public async Task<Result<ActivityTaken>> Handle(TellInteractions command, CancellationToken ct) =>
            activity.Objection(command.Interactions.Select(x => x.At)) is { } objection
                ? objection
                : ActivityIntake.Count(await activity.Take(command.Interactions, ct));
    }
}
