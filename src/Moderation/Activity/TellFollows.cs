using FluentValidation;
using MediatR;
using Moderation.Pipeline;

namespace Moderation.Activity;

/// <summary>One account follows another from an instant on, or does not any more.</summary>
/// <param name="Device">The host's id of the device; only a keyed hash of it is kept.</param>
public sealed record FollowTold(AccountId From, AccountId To, DateTimeOffset At, bool Undone = false, string? Device = null)
{
    internal sealed class Validator : AbstractValidator<FollowTold>
    {
        public Validator()
        {
            RuleFor(x => x.From).Must(x => TextId.IsValid(x.Value)).WithMessage("'From' is not a valid id.");
            RuleFor(x => x.To).Must(x => TextId.IsValid(x.Value)).WithMessage("'To' is not a valid id.");
            RuleFor(x => x.To).NotEqual(x => x.From).WithMessage("Nobody follows themselves.");
            RuleFor(x => x.Device).Must(x => x is null || TextId.IsValid(x)).WithMessage("'Device' is not a valid id.");
        }
    }
}

/// <summary>The host platform tells who follows whom. The latest instant holds, in whatever order it comes.</summary>
/// <param name="Follows">1 to 1,000.</param>
[AllowedTo(Role.Product, Scopes = [Scope.Platform])]
public sealed record TellFollows(IReadOnlyList<FollowTold> Follows) : ICommand<ActivityTaken>
{
    internal sealed class Validator : AbstractValidator<TellFollows>
    {
        public Validator()
        {
            RuleFor(x => x.Follows.Count).InclusiveBetween(1, ActivityIntake.MostAtOnce).OverridePropertyName("follows");
            RuleForEach(x => x.Follows).NotNull().SetValidator(new FollowTold.Validator());
        }
    }

    internal sealed class Handler(ActivityIntake activity) : IRequestHandler<TellFollows, Result<ActivityTaken>>
    {
        public async Task<Result<ActivityTaken>> Handle(TellFollows command, CancellationToken ct) =>
            activity.Objection(command.Follows.Select(x => x.At)) is { } objection
                ? objection
                : ActivityIntake.Count(await activity.Take(command.Follows, ct));
    }
}
