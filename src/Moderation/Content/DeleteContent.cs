using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Moderation.Accounts;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Content;

/// <summary>The host platform tells that an item is gone. Open cases become void; strikes stay and stay appealable.</summary>
/// <param name="Erase">Whether its texts and media go too, under a legal hold as soon as that is released; digests stay.</param>
[AllowedTo(Role.Product, Scopes = [Scope.Platform])]
public sealed record DeleteContent(ContentId Id, DateTimeOffset At, DeletedBy By, bool Erase = false) : ICommand<DeleteContent.Answer>
{
    public sealed record Answer(ContentId Id, DateTimeOffset DeletedAt);

    internal sealed class Validator : AbstractValidator<DeleteContent>
    {
        public Validator() => RuleFor(x => x.By).IsInEnum();
    }

    internal sealed class Handler(ModerationDb db, Happenings happenings) : IRequestHandler<DeleteContent, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(DeleteContent command, CancellationToken ct)
        {
            if (await db.Content.FindAsync([command.Id], ct) is not { } item)
                return ContentErrors.Unknown;

            item.Delete(command.At, command.Erase);
            if (command.Erase && !await db.IsHeld(item, ct))
                await db.Erase(db.Revisions.Where(x => x.ContentId == command.Id), ct);

            happenings.Raise(new ContentDeleted(command.Id, command.At, command.Erase));
            return new Answer(command.Id, item.DeletedAt!.Value);
        }
    }
}

/// <summary>An account that goes takes what it made along.</summary>
internal sealed class DeletedWithAccount(ModerationDb db, Happenings happenings) : IReactTo<AccountDeleted>
{
    public async Task React(AccountDeleted happened, CancellationToken ct)
    {
        foreach (var item in await db.Content.Where(x => x.AuthorId == happened.Account && (x.DeletedAt == null || happened.Erase && !x.IsErased)).ToListAsync(ct))
        {
            item.Delete(happened.At, happened.Erase);
            happenings.Raise(new ContentDeleted(item.Id, happened.At, happened.Erase));
        }

        if (happened.Erase && !await db.Accounts.AnyAsync(x => x.Id == happened.Account && x.IsHeld, ct))
            await db.Erase(db.Revisions.Where(x => db.Set<ContentItem>().Any(c => c.Id == x.ContentId && c.AuthorId == happened.Account && !c.IsHeld)), ct);
    }
}
