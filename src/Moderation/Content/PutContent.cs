using FluentValidation;
using MediatR;
using Moderation.Pipeline;
using Moderation.Storage;

namespace Moderation.Content;

/// <summary>The host platform tells what an item is now. Changed text or media, but not merely its address, makes a new revision.</summary>
/// <param name="AuthorId">May come before the account itself.</param>
/// <param name="ParentId">What a comment hangs under.</param>
/// <param name="ReshareOf">What it shows again.</param>
/// <param name="ObservedAt">When the host saw it so; older news than we have is accepted and left aside.</param>
[AllowedTo(Role.Product, Scopes = [Scope.Platform])]
public sealed record PutContent(
    ContentId Id, AccountId AuthorId, ContentKind Kind, DateTimeOffset CreatedAt, ContentId? ParentId = null,
    ContentId? ReshareOf = null, ContentAudience? Audience = null, string? Text = null, string? Language = null,
    DateTimeOffset? ObservedAt = null, IReadOnlyList<MediaItem>? Media = null) : ICommand<PutContent.Answer>
{
    /// <param name="Revision">The current revision, from 1.</param>
    /// <param name="Created">Whether it was new to us.</param>
    /// <param name="Changed">Whether it told us anything.</param>
    public sealed record Answer(ContentId Id, int Revision, bool Created, bool Changed);

    internal sealed class Validator : AbstractValidator<PutContent>
    {
        public Validator()
        {
            RuleFor(x => x.Id).Must(x => TextId.IsValid(x.Value)).WithMessage("'Id' must be 1 to 200 characters without surrounding space or control characters.");
            RuleFor(x => x.AuthorId).Must(x => TextId.IsValid(x.Value)).WithMessage("'Author Id' must be 1 to 200 characters without surrounding space or control characters.");
            RuleFor(x => x.ParentId).Must(x => x is null || TextId.IsValid(x.Value.Value)).WithMessage("'Parent Id' is not a valid id.");
            RuleFor(x => x.ReshareOf).Must(x => x is null || TextId.IsValid(x.Value.Value)).WithMessage("'Reshare Of' is not a valid id.");
            RuleFor(x => x).Must(x => x.ParentId != x.Id && x.ReshareOf != x.Id).WithName("ParentId").WithMessage("An item cannot hang on itself.");
            RuleFor(x => x.Kind).IsInEnum();
            RuleFor(x => x.Audience).IsInEnum();
            RuleFor(x => x.Text).MaximumLength(ContentItem.MaxTextLength);
            RuleFor(x => x.Language).MaximumLength(ContentMapping.MaxLanguageLength);
            RuleFor(x => x.Media).Must(x => x is null || x.Count <= ContentItem.MaxMedia).WithMessage($"'Media' may hold {ContentItem.MaxMedia} items at most.");
            RuleForEach(x => x.Media).NotNull().ChildRules(media =>
            {
                media.RuleFor(x => x.Id).Must(TextId.IsValid).WithMessage("'Id' of a medium is not a valid id.");
                media.RuleFor(x => x.Kind).IsInEnum();
                media.RuleFor(x => x.Url).MaximumLength(4000);
                media.RuleFor(x => x.Width).GreaterThan(0);
                media.RuleFor(x => x.Height).GreaterThan(0);
                media.RuleFor(x => x.DurationMs).GreaterThanOrEqualTo(0);
                media.RuleFor(x => x.TextShare).InclusiveBetween(0, 1);
                media.RuleFor(x => x.PdqHash).Matches("^[0-9a-fA-F]{64}$").When(x => x.PdqHash is not null);
                media.RuleFor(x => x.PdqQuality).InclusiveBetween(0, 100);
            });
        }
    }

    internal sealed class Handler(ContentIntake content) : IRequestHandler<PutContent, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(PutContent command, CancellationToken ct) => await content.Put(command, ct);
    }
}

/// <summary>How content comes in, one item at a time or many in an import.</summary>
internal sealed class ContentIntake(ModerationDb db, SubjectKeys keys, Happenings happenings, TimeProvider clock)
{
    public async Task<PutContent.Answer> Put(PutContent told, CancellationToken ct)
    {
        if (await db.Content.FindAsync([told.Id], ct) is not { } known)
        {
            var (item, first) = ContentItem.First(told, clock.GetUtcNow());
            db.AddRange(item, first);
            await db.Sketch(first, ct);
            await keys.Arrive(SubjectRef.Of(told.Id), ct);
            happenings.Raise(new ContentArrived(told.Id, told.AuthorId));
            return new(told.Id, item.Revision, Created: true, Changed: true);
        }

        var isOld = known.IsOld(told);
        var (changed, revision) = known.Tell(told, clock.GetUtcNow());
        if (revision is not null)
        {
            db.Add(revision);
            await db.Sketch(revision, ct);
            happenings.Raise(new ContentRevised(told.Id, revision.Number));
        }
        else if (!isOld && told.Media is { Count: > 0 } media && await db.Revisions.FindAsync([told.Id, known.Revision], ct) is { } current)
        {
            changed |= current.Move(media);
        }

        return new(told.Id, known.Revision, Created: false, changed);
    }
}
