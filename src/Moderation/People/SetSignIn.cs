using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.People;

/// <summary>Gives a sign-in: a name and a password, for a staff member or for a member of the demo network.</summary>
/// <param name="Name">What they type to sign in.</param>
/// <param name="Password">12 to 200 characters.</param>
/// <param name="Staff">The staff member it is for, or</param>
/// <param name="Account">the account it is for.</param>
[AllowedTo(Role.Admin, Role.Product)]
public sealed record SetSignIn(string Name, string Password, StaffId? Staff, AccountId? Account) : ICommand<Done>
{
    public const int MinPasswordLength = 12;

    /// <summary>The claim that names the staff member a sign-in is for.</summary>
    public const string StaffClaim = "staff";

    /// <summary>The claim that names the account a sign-in is for.</summary>
    public const string AccountClaim = "account";

    internal sealed class Validator : AbstractValidator<SetSignIn>
    {
        public Validator()
        {
            RuleFor(x => x.Name).Must(TextId.IsValid).WithMessage("'Name' must be 1 to 200 characters without surrounding space.");
            RuleFor(x => x.Password).NotEmpty().MinimumLength(MinPasswordLength).MaximumLength(200);
            RuleFor(x => x).Must(x => x.Staff is null != x.Account is null).WithName("Staff")
                .WithMessage("A sign-in is for a staff member or for an account.");
        }
    }

    internal sealed class Handler(ModerationDb db, Call call, IPasswordHasher<IdentityUser<Guid>> hasher, TimeProvider clock)
        : IRequestHandler<SetSignIn, Result<Done>>
    {
        public async Task<Result<Done>> Handle(SetSignIn command, CancellationToken ct)
        {
            if (command.Staff is { } staff && await db.Staff.FindAsync([staff], ct) is null)
                return PeopleErrors.NoSuchPerson;

            // Only the demo gives members a password; the network's own members come by link.
            if (command.Account is not null && call.Actor != Actor.Product)
                return PipelineErrors.NotAllowed;

            var normalized = command.Name.Normalize().ToUpperInvariant();
            var user = await db.Users.FirstOrDefaultAsync(x => x.NormalizedUserName == normalized, ct);
            var (type, value) = command.Staff is { } person ? (StaffClaim, person.Value) : (AccountClaim, command.Account!.Value.Value);
            var claims = user is null ? [] : await db.UserClaims.Where(x => x.UserId == user.Id).ToListAsync(ct);
            if (claims.Exists(x => x.ClaimType is StaffClaim or AccountClaim && (x.ClaimType != type || x.ClaimValue != value)))
                return PeopleErrors.NameTaken;

            // The same again signs nobody out.
            if (user is not null && claims.Count > 0
                && hasher.VerifyHashedPassword(user, user.PasswordHash ?? "", command.Password) is not PasswordVerificationResult.Failed)
                return default(Done);

            if (user is null)
            {
                user = new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), UserName = command.Name, NormalizedUserName = normalized, LockoutEnabled = true };
                db.Add(user);
                db.Add(new IdentityUserClaim<Guid> { UserId = user.Id, ClaimType = type, ClaimValue = value });
            }

            user.PasswordHash = hasher.HashPassword(user, command.Password);
            // Signs out whoever is signed in with the old one.
            user.SecurityStamp = Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
            user.ConcurrencyStamp = user.SecurityStamp;
            user.AccessFailedCount = 0;
            user.LockoutEnd = null;
            return default(Done);
        }
    }
}
