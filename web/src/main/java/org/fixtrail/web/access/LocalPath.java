package org.fixtrail.web.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody goes after signing in: a page of this application and nothing else, so that nobody is sent elsewhere by a
 * link that leads through the sign-in. What is not plainly such a page is dropped.
 */
public final class LocalPath {
    private static final Pattern FORM =
            Pattern.compile("(/[A-Za-z0-9_-]{1,100}){1,8}\\.xhtml(\\?[A-Za-z0-9_.~%&=+:,*!-]{0,1000})?");

    private LocalPath() {}

    public static Optional<String> check(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(path -> FORM.matcher(path).matches())
                .filter(path ->
                        !path.startsWith(Paths.CHANGE_PASSWORD) && !Paths.isForm(path.replaceFirst("\\?.*", "")));
    }

    /** The sign-in page, which will lead to the given page. */
    static String signInThen(String path, @Nullable String query) {
        return check(query == null ? path : path + "?" + query)
                .filter(then -> !then.equals(Paths.HOME))
                .map(then -> Paths.SIGN_IN + "?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8))
                .orElse(Paths.SIGN_IN);
    }
}
