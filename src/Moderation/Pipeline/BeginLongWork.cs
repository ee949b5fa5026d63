using FluentValidation;
using MediatR;
using Moderation.Storage;

namespace Moderation.Pipeline;

/// <summary>The host begins some long work; the answer is when it was first begun.</summary>
[AllowedTo(Role.Product)]
public sealed record BeginLongWork(string Name) : ICommand<DateTimeOffset>, IHousekeeping
{
    internal sealed class Validator : AbstractValidator<BeginLongWork>
    {
        public Validator() => RuleFor(x => x.Name).NotEmpty().MaximumLength(InstallationMark.MaxNameLength);
    }

    internal sealed class Handler(ModerationDb db, TimeProvider clock) : IRequestHandler<BeginLongWork, Result<DateTimeOffset>>
    {
        public async Task<Result<DateTimeOffset>> Handle(BeginLongWork command, CancellationToken ct) =>
            (await db.Set<InstallationMark>().FindAsync([command.Name], ct)
                ?? db.Add(InstallationMark.Set(command.Name, clock.GetUtcNow())).Entity).Since;
    }
}
