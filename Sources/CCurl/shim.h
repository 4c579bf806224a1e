#include <curl/curl.h>

// libcurl sets its options by functions of any arguments, which Swift cannot call: one function for each kind.

static inline CURLcode curl_set_number(CURL *exchange, CURLoption option, long value) {
  return curl_easy_setopt(exchange, option, value);
}

static inline CURLcode curl_set_pointer(CURL *exchange, CURLoption option, const void *value) {
  return curl_easy_setopt(exchange, option, value);
}

static inline CURLcode curl_set_taker(
    CURL *exchange, CURLoption option, size_t (*take)(char *bytes, size_t size, size_t count, void *context)) {
  return curl_easy_setopt(exchange, option, take);
}

static inline CURLcode curl_set_opener(
    CURL *exchange, curl_socket_t (*open)(void *context, curlsocktype purpose, struct curl_sockaddr *address)) {
  return curl_easy_setopt(exchange, CURLOPT_OPENSOCKETFUNCTION, open);
}
