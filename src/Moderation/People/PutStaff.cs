using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>An administrator, or a directory, says who works here and in which roles.</summary>
/// <param name="Id">The directory's own id, 1 to 200 characters.</param>
/// <param name="Account">Their own account on the network, if they have one.</param>
/// <param name="Languages">ISO 639-1 codes; none means any.</param>
[AllowedTo(Role.Admin, Role.Product, Scopes = [Scope.Admin])]
public sealed record PutStaff(
    StaffId Id, string DisplayName, string? Pseudonym, IReadOnlyList<Role> Roles, IReadOnlyList<string>? Languages,
    IReadOnlyList<string>? Skills, bool Active, AccountId? Account = null) : ICommand<PutStaff.Answer>
{
    public sealed record Answer(StaffId Id, bool Created);

    internal sealed class Validator : AbstractValidator<PutStaff>
    {
        public Validator()
        {
            RuleFor(x => x.Id).Must(x => TextId.IsValid(x.Value)).WithMessage("'Id' must be 1 to 200 characters without surrounding space.");
            RuleFor(x => x.DisplayName).NotEmpty().MaximumLength(StaffMember.MaxNameLength);
            RuleFor(x => x.Pseudonym).MaximumLength(StaffMember.MaxNameLength);
            RuleFor(x => x.Roles).NotNull();
            RuleForEach(x => x.Roles).IsInEnum().Must(x => x is not (Role.Anyone or Role.Member or Role.Product))
                .WithMessage("'Roles' holds a role that is not for staff.");
            RuleFor(x => x.Languages).Must(x => x is null || x.All(y => y is { Length: >= 2 and <= 10 }))
                .WithMessage("'Languages' must be language codes, for example 'nl'.");
            RuleFor(x => x.Account).Must(x => x is null || TextId.IsValid(x.Value.Value)).WithMessage("'Account' is not a valid id.");
        }
    }

    internal sealed class Handler(ModerationDb db, Happenings happenings, TimeProvider clock) : IRequestHandler<PutStaff, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(PutStaff command, CancellationToken ct)
        {
            if (await db.Staff.FindAsync([command.Id], ct) is not { } member)
            {
                db.Add(StaffMember.Add(command, clock.GetUtcNow()));
                return new Answer(command.Id, Created: true);
            }

            var wasAdmin = member.Holds(Role.Admin);
            member.Become(command);
            happenings.Raise(new StaffChanged(command.Id));
            if (wasAdmin && !member.Holds(Role.Admin)
                && !(await db.Staff.Where(x => x.IsActive && x.Id != command.Id).ToListAsync(ct)).Exists(x => x.Holds(Role.Admin)))
                return PeopleErrors.LastAdmin;

            return new Answer(command.Id, Created: false);
        }
    }
}
