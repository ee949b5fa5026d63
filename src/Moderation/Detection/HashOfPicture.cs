using FluentValidation;
using MediatR;
using Moderation.Pipeline;

namespace Moderation.Detection;

/// <summary>Somebody asks for the PDQ hash of a picture, to put it in a bank or to send it with an item. Nothing of the picture is kept.</summary>
/// <param name="File">A JPEG or PNG, up to 16 MB.</param>
[AllowedTo(Role.PolicyManager, Role.Lead, Role.ChildSafety, Scopes = [Scope.Platform])]
public sealed record HashOfPicture(IReadOnlyList<byte> File) : IQuery<HashOfPicture.Answer>
{
    /// <summary>In bytes.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    /// <param name="PdqHash">256 bits, hexadecimal.</param>
    /// <param name="Quality">0 for a plain surface to 100; below 50 the hash is not compared with others.</param>
    public sealed record Answer(string PdqHash, int Quality);

    internal sealed class Validator : AbstractValidator<HashOfPicture>
    {
        public Validator() => RuleFor(x => x.File).NotEmpty().Must(x => x is null || x.Count <= MaxLength).WithMessage("'File' is too large.");
    }

    internal sealed class Handler : IRequestHandler<HashOfPicture, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(HashOfPicture query, CancellationToken ct)
        {
            try
            {
                // A large one takes seconds, which who asks should not spend for others.
                var (hash, quality) = await Task.Run(() => Pdq.Of(Luminance.Read([.. query.File])), ct);
                return new Answer(hash.ToString(), quality);
            }
            catch (InvalidDataException unreadable)
            {
                return DetectionErrors.UnreadablePicture(unreadable.Message);
            }
        }
    }
}
