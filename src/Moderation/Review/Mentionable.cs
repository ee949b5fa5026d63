using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.People;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Review;

/// <summary>Somebody who writes a note asks which colleagues could be called to it.</summary>
/// <param name="Begins">How their name begins; empty for all.</param>
[AllowedTo(Role.Moderator, Role.Lead, Role.ChildSafety)]
public sealed record Mentionable(CaseId Case, string Begins) : IQuery<Mentionable.Answer>
{
    public const int Most = 8;

    /// <param name="Names">As colleagues call them.</param>
    public sealed record Answer(IReadOnlyList<string> Names);

    internal sealed class Validator : AbstractValidator<Mentionable>
    {
        public Validator() => RuleFor(x => x.Begins).NotNull().MaximumLength(StaffMember.MaxNameLength);
    }

    internal sealed class Handler(ModerationDb db, CaseSight sight, Claims claims) : IRequestHandler<Mentionable, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Mentionable query, CancellationToken ct)
        {
            if (!(await sight.See(query.Case, ct)).IsOk(out var seen, out var refusal))
                return refusal;

            var names = new List<string>();
            foreach (var colleague in (await db.Staff.AsNoTracking().Where(x => x.IsActive && x.Id != seen.By.Id).ToListAsync(ct))
                .Where(x => x.CalledBy.StartsWith(query.Begins, StringComparison.OrdinalIgnoreCase) && Claims.Roles.Any(x.Holds)).OrderBy(x => x.CalledBy, StringComparer.OrdinalIgnoreCase))
                if (names.Count < Most && !names.Contains(colleague.CalledBy) && await claims.MaySee(colleague, seen.Case, ct))
                    names.Add(colleague.CalledBy);

            return new Answer(names);
        }
    }
}
