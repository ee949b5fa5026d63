using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>A lead says how many cases somebody is handed at once. What they take by themselves, it does not limit.</summary>
/// <param name="Cases">0 to 100; null for as many as are usual.</param>
[AllowedTo(Role.Lead)]
public sealed record SetCapacity(StaffId Staff, int? Cases) : ICommand<Done>
{
    internal sealed class Validator : AbstractValidator<SetCapacity>
    {
        public Validator() => RuleFor(x => x.Cases).InclusiveBetween(0, StaffMember.MaxCapacity).When(x => x.Cases is not null);
    }

    internal sealed class Handler(ModerationDb db) : IRequestHandler<SetCapacity, Result<Done>>
    {
        public async Task<Result<Done>> Handle(SetCapacity command, CancellationToken ct)
        {
            if (await db.Staff.FirstOrDefaultAsync(x => x.Id == command.Staff && x.IsActive, ct) is not { } member)
                return PeopleErrors.NoSuchPerson;

            member.Take(command.Cases);
            return default(Done);
        }
    }
}
