package io.ahoy.router.channel.email.meaning;

import io.ahoy.router.channel.email.meaning.Bounce.Kind;
import java.util.List;
import java.util.Map;

/** How the world's mail servers say it. All in small letters, compared with {@link Lines#plain}. */
final class BounceWords {
    static final Map<Kind, List<String>> BY_KIND = Map.of(
            Kind.MAILBOX_FULL,
            List.of(
                    "mailbox full", "mailbox is full", "mailbox for user is full", "inbox is full", "over quota", "overquota",
                    "over the quota", "quota exceeded", "exceeded storage", "exceeds quota", "exceed mailbox quota",
                    "exceeded his/her quota", "out of storage space", "storage limit", "insufficient storage", "size limit of the mailbox",
                    "mailbox size limit", "has exceeded", "disk quota", "no space left in mailbox", "too much mail in",
                    "postfach ist voll", "postfach voll", "überfüllt", "speicherplatz", "kein platz mehr",
                    "boîte pleine", "boite pleine", "boîte aux lettres est pleine", "boîte est pleine", "quota dépassé",
                    "espace de stockage", "buzón lleno", "buzón está lleno", "buzon lleno", "superado la cuota", "superado su cuota",
                    "caixa postal cheia", "caixa cheia", "caixa postal está cheia", "cota excedida",
                    "casella piena", "casella è piena", "spazio esaurito",
                    "ящик переполнен", "почтовый ящик полон", "превышена квота", "превышен размер ящика",
                    "邮箱已满", "邮箱空间不足", "邮箱容量", "信箱已满", "容量がいっぱい", "メールボックスがいっぱい", "容量を超え",
                    "용량이 초과", "용량 초과", "가득 찼", "vol met", "mailbox is vol", "skrzynka jest pełna", "schránka je plná",
                    "posta kutusu dolu", "brevlådan är full"),
            Kind.TOO_LARGE,
            List.of(
                    "message too large", "message is too large", "message size exceeds", "size exceeds", "too big", "exceeds size",
                    "larger than the", "maximum message size", "message length exceeds", "exceeds the maximum",
                    "nachricht ist zu groß", "zu groß", "trop volumineux", "taille maximale", "demasiado grande", "tamaño máximo",
                    "muito grande", "tamanho máximo", "troppo grande", "слишком больш", "превышает допустимый размер", "邮件过大", "超过限制大小",
                    "サイズが大きすぎ", "크기를 초과"),
            Kind.DOMAIN_UNKNOWN,
            List.of(
                    "host unknown", "unknown host", "host not found", "domain not found", "domain name not found", "domain does not exist",
                    "unknown domain", "unrouteable mail domain", "name or service not known", "no such domain", "couldn't find any host",
                    "name service error", "domain couldn't be found", "domain could not be found", "domain is invalid", "no mx or a records",
                    "dns error", "nxdomain", "not a valid internet domain", "domäne existiert nicht", "domain existiert nicht",
                    "domain wurde nicht gefunden", "domaine n'existe pas", "domaine inconnu", "domaine introuvable", "dominio no existe",
                    "dominio desconocido", "domínio não existe", "domínio não encontrado", "dominio inesistente", "dominio non esiste",
                    "домен не найден", "домен не существует", "域名不存在", "域名解析失败", "找不到域名", "域名错误", "ドメインが見つかりません", "도메인이 존재하지"),
            Kind.UNKNOWN_USER,
            List.of(
                    "user unknown", "unknown user", "no such user", "no such recipient", "no such mailbox", "no such address", "no such person",
                    "unknown recipient", "recipient unknown", "unknown address", "unknown or illegal alias", "unknown local",
                    "address unknown", "address not found", "address couldn't be found", "address could not be found",
                    "wasn't found at", "was not found at", "recipient not found", "user not found", "not listed in domino directory",
                    "not listed in", "does not exist", "doesn't exist", "doesn't have an account", "does not have an account",
                    "doesn't have a", "no mailbox here", "mailbox unavailable", "mailbox not found", "mailbox disabled", "account disabled", "mailbox is disabled",
                    "account is disabled", "account has been disabled", "inactive", "invalid recipient", "invalid mailbox", "invalid address",
                    "bad destination mailbox", "recipient rejected", "unrouteable address", "unrouteable", "unable to find",
                    "not a valid mailbox", "not our customer", "no account by that name", "isn't a valid", "unknown account",
                    "not in directory", "not known at this", "no longer valid", "no longer available", "could not be resolved",
                    "is not known here", "d'ont know", "recipient address rejected", "unbekannt", "existiert nicht", "nicht gefunden",
                    "kein postfach", "ungültig", "n'existe pas", "n'existe plus", "inconnu", "introuvable", "invalide", "no existe",
                    "desconocido", "no encontrado", "no se encontró", "dirección incorrecta", "não existe", "não encontrad", "desconhecid",
                    "inexistente", "inesistente", "non esiste", "sconosciuto", "non trovat", "не найден", "не существует", "неизвестный получатель",
                    "такого пользователя нет", "пользователь не", "不存在", "找不到收件人", "用户未找到", "收件人地址错误", "无此用户", "該当するユーザー",
                    "存在しません", "見つかりません", "宛先不明", "ユーザが", "존재하지 않", "찾을 수 없", "없는 사용자", "bestaat niet", "nie istnieje", "neexistuje",
                    "bulunamadı", "finns inte", "okänd"),
            Kind.REFUSED,
            List.of(
                    "spam", "blocked", "blacklist", "block list", "blocklist", "black list", "policy", "denied", "not allowed", "rejected by",
                    "content rejected", "message rejected", "dmarc", "spf check", "spf fail", "dkim", "unsolicited", "reputation",
                    "prohibited", "not authorized", "not permitted", "permission", "relay", "virus", "banned", "abgelehnt", "gesperrt",
                    "rejeté", "refusé", "bloqué", "indésirable", "rechazado", "bloqueado", "rejeitad", "recusad", "rifiutat", "bloccat",
                    "отклонен", "отклонён", "заблокирован", "спам", "垃圾邮件", "拒收", "拒绝", "被拦截", "拒否", "迷惑メール", "스팸", "차단", "수신거부"),
            Kind.TEMPORARY,
            List.of(
                    "timed out", "timeout", "connection refused", "try again later", "temporarily", "temporary", "greylist", "too busy",
                    "could not connect", "couldn't connect", "no answer from host", "unable to connect", "not responding", "did not respond",
                    "retry time", "retry timeout", "too many connections", "expired", "undeliverable for", "vorübergehend", "zeitüberschreitung",
                    "nicht erreichbar", "temporaire", "délai dépassé", "ne répond pas", "temporalmente", "tiempo de espera", "temporariamente",
                    "tempo esgotado", "temporaneamente", "временно", "время ожидания", "连接超时", "连接失败", "暂时", "タイムアウト", "接続できません", "일시적", "연결할 수 없"));

    private BounceWords() {}
}
